package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Decide;
import org.evenhand.local.journey.api.StepFailed;
import org.evenhand.local.journey.calibration.Exercise;
import org.evenhand.local.journey.scene.CycleRef;
import org.evenhand.local.journey.scene.Reviews;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.telling.Story;

/** The cycle is closed, and in the quarter after it managers look at how they rate. */
public final class CheckChapter {
  private static final int MONTHS_OF_QUARTER = 3;
  private static final Set<String> WITHOUT_RATING = Set.of("CANCELLED", "NOT_RATED");

  private final Scene scene;
  private final Story story;
  private final CheckingManager lukasz;
  private final CheckingManager joost;

  public CheckChapter(Scene scene) {
    this.scene = scene;
    this.story = scene.story();
    this.lukasz = new CheckingManager(scene, "lukasz", ZoneId.of("Europe/London"));
    this.joost = new CheckingManager(scene, "joost", ZoneId.of("Europe/Amsterdam"));
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
            () -> lukasz.look(owed, ownReview(precedent), "EVIDENCE_ADDED"));
    story.step(
        "A text of somebody else's people isn't shown to him: among so few it would be known whose"
            + " it is, which he reads before he tries",
        () -> tooFew(owed));
    story.step(
        "Niamh O'Brien sees that one of the two is done, and neither a text nor whose it is",
        () -> seenByHr(owed, own));
    exercise(cycle);
  }

  /** Of the quarter in which the company began nothing is asked. */
  private String owed(CycleRef cycle) {
    LocalDate begun = cycle.cutOff(lukasz.api()).with(IsoFields.DAY_OF_QUARTER, 1);
    scene.passUntil(begun.plusMonths(MONTHS_OF_QUARTER).plusDays(1));
    return lukasz.owed();
  }

  private Map<String, Object> ownReview(String precedent) {
    return Map.of(
        "kind",
        "PRECEDENT",
        "precedentId",
        precedent,
        "reviewId",
        Reviews.of(lukasz.api(), "reviewer").stream()
            .filter(review -> !WITHOUT_RATING.contains(review.path("state").asText()))
            .findFirst()
            .orElseThrow(() -> new StepFailed("expected a review by Łukasz, seen none"))
            .path("id")
            .asText());
  }

  private void tooFew(String obligation) {
    String path = CheckingManager.OBLIGATIONS + "/" + obligation;
    Answer read = lukasz.api().get(path).send().expect(200);
    for (JsonNode kind : read.json().path("kinds")) {
      if (kind.path("kind").asText().equals("PEER") && !kind.hasNonNull("reason")) {
        throw read.failed("a reason why no text is shown");
      }
    }
    lukasz
        .api()
        .post(path + "/checks")
        .json(Map.of("kind", "PEER"))
        .send()
        .expect(422)
        .expect("/code", "CHECK_NOT_POSSIBLE");
  }

  private void seenByHr(String obligation, String own) {
    Api niamh = scene.api().as("niamh");
    niamh
        .get(CheckingManager.OBLIGATIONS + "/" + obligation)
        .send()
        .expect(200)
        .expect("/noted", 1)
        .expect("/state", "DUE")
        .expect("/exerciseWanted", true);
    Answer seen = niamh.get(own).send().expect(200).expect("/note/changed", "EVIDENCE_ADDED");
    for (String hidden : List.of("reviewId", "precedentId", "text")) {
      if (seen.json().hasNonNull(hidden)) {
        throw seen.failed("no " + hidden);
      }
    }
  }

  /** Where there is little to look at HR plans one, of what the closed cycle has left. */
  private void exercise(CycleRef cycle) {
    Exercise exercise = new Exercise(scene, cycle);
    exercise.play();
    story.step(
        "Joost de Vries holds his score against those of the others: one of the two looks that he"
            + " owes",
        () ->
            joost.look(
                joost.owed(),
                Map.of("kind", "BLIND_SCORE", "sampleId", exercise.sampleOf("joost")),
                "RATING_RECONSIDERED"));
  }
}
