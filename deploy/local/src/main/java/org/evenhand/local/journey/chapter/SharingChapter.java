package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Decide;
import org.evenhand.local.journey.api.Eventually;
import org.evenhand.local.journey.api.Listing;
import org.evenhand.local.journey.api.StepFailed;
import org.evenhand.local.journey.scene.CycleRef;
import org.evenhand.local.journey.scene.Reviews;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.scene.Tasks;
import org.evenhand.local.journey.script.FreeText;
import org.evenhand.local.journey.script.PolicyText;
import org.evenhand.local.journey.telling.Story;

/** Both sides share the results; people read how theirs came about, and answer. */
public final class SharingChapter {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Scene scene;
  private final Story story;

  public SharingChapter(Scene scene) {
    this.scene = scene;
    this.story = scene.story();
  }

  public void play(CycleRef cycle) {
    story.chapter("Everybody learns their result, and how it came about");
    if (cycle.state(grace()).equals("CALIBRATING")) {
      story.step("Grace proposes to share the results, for HR", () -> propose(cycle));
      new FairnessChapter(scene).play(cycle);
      story.step("Zoë Brontë countersigns for the managers", () -> countersign(cycle));
    }
    story.step(
        "Every rating is shared with the person that it is about, and with nobody before",
        () ->
            Eventually.within(
                PATIENCE,
                "the results to be shared",
                () -> cycle.read(grace()),
                answer -> CycleRef.finished(answer, "SHARING")));
    story.step("The HRIS reads the ratings that it may now use", this::hrisReads);
    answers();
  }

  /** There is nothing to read until both sides have agreed. */
  private void propose(CycleRef cycle) {
    if (!shared().isEmpty()) {
      throw new StepFailed("expected no rating to have left before sharing, seen " + shared());
    }
    new Decide(grace()).on(cycle.path(), "sharing").expect(200);
  }

  /** As soon as review-service has heard of every answer. */
  private void countersign(CycleRef cycle) {
    Eventually.answered(
            PATIENCE,
            "the answers to be heard of",
            () -> new Decide(scene.api().as("zoe")).on(cycle.path(), "sharing/countersignature"),
            200)
        .expect("/state", "SHARING");
  }

  private void hrisReads() {
    List<JsonNode> ratings = shared();
    long changed =
        ratings.stream()
            .filter(r -> r.path("ordinal").asInt() != r.path("originalOrdinal").asInt())
            .count();
    if (ratings.isEmpty() || changed == 0) {
      throw new StepFailed("expected shared ratings, some of them calibrated, seen " + ratings);
    }
    story.tell("  %d ratings, %d of them not as first given".formatted(ratings.size(), changed));
  }

  private List<JsonNode> shared() {
    return Listing.all(scene.api().asClient("evenhand-hris"), CycleRef.RATINGS);
  }

  private void answers() {
    JsonNode may = Reviews.own(scene.api().as("may"));
    JsonNode bill = Reviews.own(scene.api().as("bill"));
    story.step(
        "May Long reads the trail of her rating, from the first observation to the change and its"
            + " reason",
        () -> trail(may));
    story.step(
        "and acknowledges; the task is gone from her list",
        () -> acknowledge("may", may, Map.of()));
    story.step(
        "Bill Young reads his, and disagrees: “" + FreeText.DISAGREEMENT + "”",
        () -> acknowledge("bill", bill, Map.of("disagreement", FreeText.DISAGREEMENT)));
    story.step(
        "To May, Bill's review doesn't exist",
        () -> scene.api().as("may").get(Reviews.path(bill)).send().expect(404));
  }

  private void trail(JsonNode review) {
    Api may = scene.api().as("may");
    Answer result = may.get(Reviews.path(review)).send().expect(200);
    int original = result.json().path("originalOrdinal").asInt();
    int ordinal = result.json().path("ordinal").asInt();
    result.expect("/calibrationChange/reason", FreeText.adjusted(ordinal, original));
    Answer trail =
        may.get(Reviews.path(review) + "/trail")
            .send()
            .expect(200)
            .expect("/policy/name", PolicyText.NAME)
            .expect("/conclusion/submitted/level/ordinal", original)
            .expect("/conclusion/calibrated/reason", FreeText.adjusted(ordinal, original))
            .expect("/conclusion/result/ordinal", ordinal);
    JsonNode conclusion = trail.json().path("conclusion");
    story.tell("  under “" + PolicyText.NAME + "”, signed by HR and managers");
    for (JsonNode rated : conclusion.path("ratings")) {
      story.tell(
          "  %-10s %d, with %d observations"
              .formatted(
                  rated.path("criterion").asText(),
                  rated.at("/level/ordinal").asInt(),
                  rated.path("observations").size()));
    }
    story.tell(
        "  overall %d (%s), confirmed by %s"
            .formatted(
                original,
                conclusion.at("/submitted/level/label").asText(),
                conclusion.at("/submitted/confirmedBy").asText()));
    story.tell(
        "  calibrated to %d (%s): “%s”"
            .formatted(
                ordinal,
                conclusion.at("/result/label").asText(),
                conclusion.at("/calibrated/reason").asText()));
  }

  private void acknowledge(String username, JsonNode review, Map<String, String> answer) {
    Api self = scene.api().as(username);
    if (self.get(Reviews.path(review)).send().expect(200).at("/state").equals("SHARED")) {
      Tasks.expect(self, "ACKNOWLEDGEMENT", 1);
      new Decide(self)
          .on(Reviews.path(review), "acknowledgement", answer)
          .expect(200)
          .expect("/state", "ACKNOWLEDGED");
      Tasks.expect(self, "ACKNOWLEDGEMENT", 0);
    }
  }

  private Api grace() {
    return scene.api().as("grace");
  }
}
