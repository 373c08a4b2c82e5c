package org.evenhand.local.journey.calibration;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.evenhand.local.company.Person;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.AtOnce;
import org.evenhand.local.journey.api.Decide;
import org.evenhand.local.journey.api.StepFailed;
import org.evenhand.local.journey.scene.Reviews;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.script.PolicyText;
import org.evenhand.local.journey.script.Year;

/** The samples of a session, from the claim to the last blind score. */
final class Samples {
  private static final List<String> PLACES_AND_DATES = List.of("Leeds", "March");

  private final Scene scene;
  private final CalibrationSession session;

  Samples(Scene scene, CalibrationSession session) {
    this.scene = scene;
    this.session = session;
  }

  void take() {
    new Decide(session.facilitator())
        .on(session.path(), "samples")
        .expect(200)
        .expect("/state", "SAMPLES_READY");
    Map<String, Person> reviewees = reviewees();
    List<JsonNode> samples = session.samples(session.facilitator());
    if (samples.size() != reviewees.size()) {
      throw new StepFailed(
          "expected a sample of each of %d reviews, seen %d"
              .formatted(reviewees.size(), samples.size()));
    }
    for (JsonNode sample : samples) {
      Person reviewee = reviewees.get(sample.path("reviewId").asText());
      if (reviewee == null) {
        throw new StepFailed("expected a review of the session, seen " + sample);
      }
      requireHidden(sample, reviewee);
    }
  }

  /** By review, as the facilitator may know them; raters may not. */
  private Map<String, Person> reviewees() {
    Map<String, Person> reviewees = new HashMap<>();
    for (JsonNode review : Reviews.of(session.facilitator(), "hr")) {
      if (review.path("state").asText().equals("IN_CALIBRATION")
          && session.seats().units().contains(review.path("orgUnit").asText())) {
        reviewees.put(
            review.path("id").asText(), scene.employee(review.at("/reviewee/externalId").asText()));
      }
    }
    return reviewees;
  }

  private static void requireHidden(JsonNode sample, Person reviewee) {
    String text = Normalizer.normalize(sample.path("parts").toString(), Normalizer.Form.NFC);
    Stream.concat(Stream.of(reviewee.name().split("[\\s,]+")), PLACES_AND_DATES.stream())
        .map(word -> Normalizer.normalize(word, Normalizer.Form.NFC))
        .filter(word -> word.length() > 1)
        .filter(word -> !isParticle(word))
        .filter(word -> alone(word).matcher(text).find())
        .findFirst()
        .ifPresent(
            word -> {
              throw new StepFailed("expected nobody to be named, seen “" + word + "” in " + text);
            });
  }

  /**
   * Whether a part of a name is a particle such as “van” or “de”: in lower case, in a script that
   * has capitals.
   */
  private static boolean isParticle(String word) {
    return word.equals(word.toLowerCase(Locale.ROOT))
        && !word.equals(word.toUpperCase(Locale.ROOT));
  }

  private static Pattern alone(String word) {
    return Pattern.compile("(?<![\\p{L}\\p{M}])" + Pattern.quote(word) + "(?![\\p{L}\\p{M}])");
  }

  void check() {
    for (JsonNode sample : session.samples(session.coFacilitator())) {
      if (!sample.path("checked").asBoolean()) {
        new Decide(session.coFacilitator())
            .on(session.path(), "samples/" + sample.path("id").asText() + "/check")
            .expect(200);
      }
    }
    new Decide(session.coFacilitator())
        .on(session.path(), "blind-scoring")
        .expect(200)
        .expect("/state", "BLIND_SCORING");
  }

  /** Three readers: one reads as the anchors say, one is sometimes milder, one stricter. */
  void score() {
    AtOnce.each(session.seats().raters(), this::scoreAll);
    new Decide(session.facilitator())
        .on(session.path(), "reveal")
        .expect(200)
        .expect("/state", "REVEALED");
  }

  private void scoreAll(String rater) {
    Api reader = scene.api().as(rater);
    int seat = session.seats().raters().indexOf(rater);
    for (JsonNode sample : session.samples(reader)) {
      requireBlind(rater, sample);
      if (!sample.path("ownScore").isObject()) {
        reader
            .put(session.path() + "/samples/" + sample.path("id").asText() + "/score")
            .json(Map.of("ordinal", judgement(seat, sample)))
            .send()
            .expect(200);
      }
    }
  }

  private static void requireBlind(String rater, JsonNode sample) {
    for (String hidden : List.of("scores", "originalOrdinal", "reviewId", "decision")) {
      if (!sample.path(hidden).isMissingNode()) {
        throw new StepFailed(
            "expected %s to score blind, seen %s in %s".formatted(rater, hidden, sample));
      }
    }
  }

  private static int judgement(int seat, JsonNode sample) {
    int position = sample.path("position").asInt();
    int mood = seat == 1 && position % 4 == 1 ? 1 : seat == 2 && position % 5 == 2 ? -1 : 0;
    return Math.max(1, Math.min(PolicyText.LEVELS, Year.read(sample) + mood));
  }
}
