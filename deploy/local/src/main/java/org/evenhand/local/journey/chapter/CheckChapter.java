package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Decide;
import org.evenhand.local.journey.api.Eventually;
import org.evenhand.local.journey.api.Listing;
import org.evenhand.local.journey.api.StepFailed;
import org.evenhand.local.journey.scene.CycleRef;
import org.evenhand.local.journey.scene.Reviews;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.telling.Story;

/** The cycle is closed, and in the quarter after it a manager looks at how he rates. */
public final class CheckChapter {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String OBLIGATIONS = "/v1/calibration-obligations";
  private static final String CHECKS = "/v1/calibration-checks";
  private static final String BEGIN = "beginCalibrationCheck";
  private static final String NOTE = "noteCalibrationCheck";
  private static final int OWED = 2;
  private static final int MONTHS_OF_QUARTER = 3;
  private static final Set<String> WITHOUT_RATING = Set.of("CANCELLED", "NOT_RATED");

  private final Scene scene;
  private final Story story;

  public CheckChapter(Scene scene) {
    this.scene = scene;
    this.story = scene.story();
  }

  public void play(CycleRef cycle, String precedent) {
    story.chapter("Each quarter: do I still rate as we agreed?");
    Api grace = scene.api().as("grace");
    if (!cycle.state(grace).equals("CLOSED")) {
      story.step(
          "Grace closes the cycle",
          () ->
              new Decide(grace).on(cycle.path(), "closure").expect(200).expect("/state", "CLOSED"));
    }
    String owed =
        story.step(
            "The quarter after it has begun: Łukasz Wiśniewski owes two looks at how he rates",
            () -> owed(cycle));
    String own =
        story.step(
            "He holds a review of his own against the case that both sides have published, and"
                + " notes what came of it",
            () -> look(owed, ownReview(precedent), "EVIDENCE_ADDED"));
    story.step(
        "A text of somebody else's people isn't shown to him: among so few it would be known whose"
            + " it is",
        () ->
            lukasz()
                .post(OBLIGATIONS + "/" + owed + "/checks")
                .json(Map.of("kind", "PEER"))
                .send()
                .expect(422)
                .expect("/code", "CHECK_NOT_POSSIBLE"));
    story.step(
        "Niamh O'Brien sees that one of the two is done, and neither a text nor whose it is",
        () -> seenByHr(owed, own));
  }

  /** Of the quarter in which the company began nothing is asked. */
  private String owed(CycleRef cycle) {
    LocalDate begun = cycle.cutOff(lukasz()).with(IsoFields.DAY_OF_QUARTER, 1);
    scene.passUntil(begun.plusMonths(MONTHS_OF_QUARTER).plusDays(1));
    JsonNode latest =
        Eventually.within(
                PATIENCE,
                "checks to be owed",
                () -> Listing.all(lukasz(), OBLIGATIONS + "?"),
                all -> !all.isEmpty())
            .get(0);
    if (latest.path("owed").asInt() != OWED) {
      throw new StepFailed("expected two checks to be owed, seen " + latest);
    }
    return latest.path("id").asText();
  }

  private Map<String, Object> ownReview(String precedent) {
    return Map.of(
        "kind",
        "PRECEDENT",
        "precedentId",
        precedent,
        "reviewId",
        Reviews.of(lukasz(), "reviewer").stream()
            .filter(review -> !WITHOUT_RATING.contains(review.path("state").asText()))
            .findFirst()
            .orElseThrow(() -> new StepFailed("expected a review by Łukasz, seen none"))
            .path("id")
            .asText());
  }

  /**
   * An earlier start may have begun it, and noted nothing.
   *
   * @return its path
   */
  private String look(String obligation, Map<String, Object> wanted, String changed) {
    String path =
        Listing.all(lukasz(), CHECKS + "?obligationId=" + obligation).stream()
            .filter(check -> check.path("kind").asText().equals(wanted.get("kind")))
            .findFirst()
            .map(check -> CHECKS + "/" + check.path("id").asText())
            .orElseGet(() -> begin(obligation, wanted));
    Answer begun = lukasz().get(path).send().expect(200);
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
        () -> lukasz().get(path).send().expect(200),
        seen -> seen.offers(BEGIN));
    return Eventually.answered(
            PATIENCE,
            "something to look at",
            () -> lukasz().post(path + "/checks").json(wanted).send(),
            201)
        .location();
  }

  private void requireNobody(Answer begun) {
    String text = begun.json().path("text").toString();
    if (scene.company().people().stream().anyMatch(person -> text.contains(person.name()))) {
      throw begun.failed("a text without names");
    }
  }

  /** He talked it over yesterday, which is over everywhere. */
  private void note(String path, String changed) {
    new Decide(lukasz())
        .on(
            path,
            "note",
            Map.of(
                "criterion",
                "together",
                "ordinal",
                4,
                "talkedOn",
                scene.today().minusDays(1).toString(),
                "changed",
                changed))
        .expect(200)
        .expect("/state", "NOTED");
  }

  private void seenByHr(String obligation, String own) {
    Api niamh = scene.api().as("niamh");
    niamh
        .get(OBLIGATIONS + "/" + obligation)
        .send()
        .expect(200)
        .expect("/noted", 1)
        .expect("/state", "DUE");
    Answer seen = niamh.get(own).send().expect(200).expect("/note/changed", "EVIDENCE_ADDED");
    for (String hidden : List.of("reviewId", "precedentId", "text")) {
      if (seen.json().hasNonNull(hidden)) {
        throw seen.failed("no " + hidden);
      }
    }
  }

  private Api lukasz() {
    return scene.api().as("lukasz");
  }
}
