package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Decide;
import org.evenhand.local.journey.api.Eventually;
import org.evenhand.local.journey.api.Listing;
import org.evenhand.local.journey.api.StepFailed;
import org.evenhand.local.journey.scene.Scene;

/**
 * A manager who looks at how they rate.
 *
 * @param username how they sign in
 * @param zone of where they work: by its days a look is talked over
 */
record CheckingManager(Scene scene, String username, ZoneId zone) {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  static final String OBLIGATIONS = "/v1/calibration-obligations";
  private static final String CHECKS = "/v1/calibration-checks";
  private static final String BEGIN = "beginCalibrationCheck";
  private static final String NOTE = "noteCalibrationCheck";
  private static final int OWED = 2;

  Api api() {
    return scene.api().as(username);
  }

  /** What they owe of the present quarter, which is begun a moment after it is. */
  String owed() {
    JsonNode latest =
        Eventually.within(
                PATIENCE,
                "checks to be owed",
                () -> Listing.all(api(), OBLIGATIONS + "?"),
                all -> !all.isEmpty())
            .get(0);
    if (latest.path("owed").asInt() != OWED) {
      throw new StepFailed("expected two checks to be owed, seen " + latest);
    }
    return latest.path("id").asText();
  }

  /**
   * Begins a check and notes what came of it. An earlier start may have begun it, and noted
   * nothing.
   *
   * @return its path
   */
  String look(String obligation, Map<String, Object> wanted, String changed) {
    String path =
        Listing.all(api(), CHECKS + "?obligationId=" + obligation).stream()
            .filter(check -> check.path("kind").asText().equals(wanted.get("kind")))
            .findFirst()
            .map(check -> CHECKS + "/" + check.path("id").asText())
            .orElseGet(() -> begin(obligation, wanted));
    Answer begun = api().get(path).send().expect(200);
    if (begun.offers(NOTE)) {
      requireNobody(begun);
      note(path, changed);
    }
    return path;
  }

  /** Calibration-service learns that the cycle is closed, and owes the duty, a moment later. */
  private String begin(String obligation, Map<String, Object> wanted) {
    String path = OBLIGATIONS + "/" + obligation;
    Eventually.within(
        PATIENCE,
        "a check that can be begun",
        () -> api().get(path).send().expect(200),
        seen -> seen.offers(BEGIN));
    return Eventually.answered(
            PATIENCE,
            "something to look at",
            () -> api().post(path + "/checks").json(wanted).send(),
            201)
        .location();
  }

  private void requireNobody(Answer begun) {
    String text = begun.json().path("text").toString();
    if (scene.company().people().stream().anyMatch(person -> text.contains(person.name()))) {
      throw begun.failed("a text without names");
    }
  }

  private void note(String path, String changed) {
    new Decide(api())
        .on(
            path,
            "note",
            Map.of(
                "criterion",
                "together",
                "ordinal",
                4,
                "talkedOn",
                LocalDate.ofInstant(scene.clock().now(), zone).toString(),
                "changed",
                changed))
        .expect(200)
        .expect("/state", "NOTED");
  }
}
