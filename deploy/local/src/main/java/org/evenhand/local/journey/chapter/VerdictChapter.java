package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Decide;
import org.evenhand.local.journey.api.Eventually;
import org.evenhand.local.journey.scene.CycleRef;
import org.evenhand.local.journey.scene.Reviews;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.script.FreeText;
import org.evenhand.local.journey.telling.Story;

/** The panel decides, and names the case that it has held Bill's year against. */
public final class VerdictChapter {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Story story;
  private final BillsAppeal appeal;

  public VerdictChapter(Scene scene) {
    this.story = scene.story();
    this.appeal = new BillsAppeal(scene);
  }

  public void play(PrecedentChapter precedents, CycleRef cycle) {
    story.chapter("The panel decides, by a case that all can read");
    String precedent = precedents.published(cycle);
    String path = appeal.path().orElseThrow();
    if (BillsAppeal.state(appeal.bill(), path).equals("PANEL")) {
      int higher = Reviews.own(appeal.bill()).path("ordinal").asInt() + 1;
      story.step(
          "Two vote for level %d and name the case, one for what it was".formatted(higher),
          () -> decide(path, higher, precedent));
    }
    story.step(
        "Bill reads what was decided, by which case, and who saw it otherwise",
        () -> read(path, precedent));
    story.step("The HRIS reads the rating as it is now", () -> appeal.hrisReads(false));
  }

  /** Review-service learns that the case is out a moment after it is. */
  private void decide(String path, int higher, String precedent) {
    Map<String, Object> change =
        Map.of(
            "choice",
            "CHANGE",
            "ordinal",
            higher,
            "precedentId",
            precedent,
            "reason",
            FreeText.VOTE);
    Eventually.answered(
        PATIENCE, "review-service to know the case", () -> vote("zoe", path, change), 200);
    vote("joost", path, change).expect(200);
    vote("faith", path, Map.of("choice", "CONFIRM", "reason", FreeText.DISSENT)).expect(200);
  }

  private Answer vote(String member, String path, Map<String, Object> vote) {
    return appeal.put(member, path + "/vote", path, vote);
  }

  private void read(String path, String precedent) {
    Answer decided =
        appeal
            .bill()
            .get(path)
            .send()
            .expect(200)
            .expect("/state", "RATING_CHANGED")
            .expect("/decision/dissent/0", FreeText.DISSENT)
            .expect("/decision/precedentIds/0", precedent);
    appeal.bill().get(PrecedentChapter.PRECEDENTS + "/" + precedent).send().expect(200);
    story.tell(
        "  level %d became %d"
            .formatted(
                decided.json().path("level").asInt(),
                decided.json().at("/decision/ordinal").asInt()));
    JsonNode review = Reviews.own(appeal.bill());
    if (review.path("state").asText().equals("SHARED")) {
      new Decide(appeal.bill()).on(Reviews.path(review), "acknowledgement", Map.of()).expect(200);
    }
  }
}
