package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.evenhand.local.company.Person;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Decide;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.script.FreeText;
import org.evenhand.local.journey.script.Year;

/** A reviewer who writes one review: observations, ratings, a conclusion confirmed by name. */
final class Reviewer {
  private final Api api;
  private final Person person;
  private final LocalDate today;

  Reviewer(Scene scene, Person person) {
    this.api = scene.as(person);
    this.person = person;
    this.today = scene.today();
  }

  /** From wherever an earlier start has left it to SUBMITTED. */
  void write(String review, Year year) {
    observe(review, year);
    rate(review, year);
    contribute(review, year);
    submit(review)
        .expect(200)
        .expect("/state", "SUBMITTED")
        .expect("/originalOrdinal", Year.overall(year.given()));
  }

  void observe(String review, Year year) {
    Answer now = read(review);
    List<Year.Seen> observations = year.observations(today);
    String etag = now.etag();
    for (int i = written(now); i < observations.size(); i++) {
      etag =
          api.post(review + "/observations")
              .ifMatch(etag)
              .json(observations.get(i).body())
              .send()
              .expect(200)
              .etag();
    }
  }

  /** Apart from what the review cites. */
  private static int written(Answer review) {
    int written = 0;
    for (JsonNode observation : review.json().path("observations")) {
      written += observation.has("gathered") ? 0 : 1;
    }
    return written;
  }

  void rate(String review, Year year) {
    year.given().keySet().forEach(criterion -> rate(review, year, criterion).expect(200));
  }

  /** Whatever comes of it. */
  Answer rate(String review, Year year, String criterion) {
    return api.put(review + "/ratings/" + criterion)
        .ifMatch(read(review).etag())
        .json(
            Map.of(
                "ordinal",
                Objects.requireNonNull(year.given().get(criterion)),
                "rationale",
                FreeText.rationale(year.person().name())))
        .send();
  }

  private void contribute(String review, Year year) {
    api.put(review + "/contributions/MANAGER")
        .ifMatch(read(review).etag())
        .json(
            Map.of(
                "answers",
                List.of(Map.of("question", "seen", "text", FreeText.year(year.person().name())))))
        .send()
        .expect(200);
  }

  /** Whatever comes of it. */
  Answer submit(String review) {
    return new Decide(api).on(review, "submission", Map.of("confirmedBy", person.name()));
  }

  private Answer read(String review) {
    return api.get(review).send().expect(200);
  }
}
