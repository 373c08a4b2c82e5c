package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Eventually;
import org.evenhand.local.journey.api.Listing;
import org.evenhand.local.journey.scene.CycleRef;
import org.evenhand.local.journey.scene.Reviews;
import org.evenhand.local.journey.scene.Scene;

/** The appeal of the journey, how far it is, and what the HRIS reads of what it is about. */
record BillsAppeal(Scene scene) {
  static final String ALL = "/v1/appeals";

  /** Of other units than Bill's; none sat in the session about it. */
  static final List<String> PANEL = List.of("zoe", "joost", "faith");

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  Api bill() {
    return scene.api().as("bill");
  }

  Optional<String> path() {
    return Listing.all(bill(), ALL + "?").stream()
        .findFirst()
        .map(appeal -> ALL + "/" + appeal.path("id").asText());
  }

  static String state(Api reader, String path) {
    return reader.get(path).send().expect(200).at("/state");
  }

  boolean isOpen(String username, String path, String action) {
    return scene.api().as(username).get(path).send().expect(200).offers(action);
  }

  /** What a member of the panel says, to be expected by whoever asks. */
  Answer put(String member, String part, String path, Map<String, Object> body) {
    Api api = scene.api().as(member);
    return api.put(part).ifMatch(api.get(path).send().expect(200).etag()).json(body).send();
  }

  void hrisReads(boolean underAppeal) {
    JsonNode review = Reviews.own(bill());
    int ordinal = review.path("ordinal").asInt();
    Eventually.within(
        PATIENCE,
        "the HRIS to read a rating of %d that is%s under appeal"
            .formatted(ordinal, underAppeal ? "" : " not"),
        () -> Listing.all(scene.api().asClient("evenhand-hris"), CycleRef.RATINGS),
        ratings ->
            ratings.stream()
                .filter(rating -> rating.path("reviewId").equals(review.path("id")))
                .anyMatch(
                    rating ->
                        rating.path("underAppeal").asBoolean() == underAppeal
                            && rating.path("ordinal").asInt() == ordinal));
  }
}
