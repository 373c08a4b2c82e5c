package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Decide;
import org.evenhand.local.journey.scene.Reviews;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.scene.Tasks;
import org.evenhand.local.journey.script.FreeText;
import org.evenhand.local.journey.telling.Story;

/** Somebody questions their result, and three who had no part in it hear both sides. */
public final class AppealChapter {

  /** Before the panel; after it the appeal is decided, one way or another. */
  private static final Set<String> BEFORE_PANEL = Set.of("FILED", "SCREENED", "MANAGER_RESPONSE");

  private final Scene scene;
  private final Story story;
  private final BillsAppeal appeal;

  public AppealChapter(Scene scene) {
    this.scene = scene;
    this.story = scene.story();
    this.appeal = new BillsAppeal(scene);
  }

  public void play() {
    story.chapter("A result is questioned");
    String path =
        appeal
            .path()
            .orElseGet(
                () ->
                    story.step(
                        "Bill Young appeals; whoever reads his rating sees that it is questioned",
                        this::file));
    if (BEFORE_PANEL.contains(BillsAppeal.state(bill(), path))) {
      story.step(
          "Niamh O'Brien admits it, Łukasz Wiśniewski answers, and three of other units are named",
          () -> convene(path));
    }
    if (BillsAppeal.state(bill(), path).equals("PANEL")) {
      judge(path);
    }
  }

  private String file() {
    JsonNode review = Reviews.own(bill());
    String id =
        bill()
            .post(BillsAppeal.ALL)
            .idempotencyKey("appeal-" + review.path("id").asText())
            .json(
                Map.of(
                    "reviewId",
                    review.path("id").asText(),
                    "grounds",
                    List.of("EVIDENCE"),
                    "statement",
                    FreeText.APPEAL))
            .send()
            .expect(201)
            .expect("/state", "FILED")
            .at("/id");
    appeal.hrisReads(true);
    return BillsAppeal.ALL + "/" + id;
  }

  private void convene(String path) {
    Api niamh = scene.api().as("niamh");
    Api lukasz = scene.api().as("lukasz");
    if (BillsAppeal.state(niamh, path).equals("FILED")) {
      Tasks.expect(niamh, "APPEAL_SCREENING", 1);
      new Decide(niamh)
          .on(path, "screening", Map.of("admitted", true, "reason", FreeText.ADMITTED))
          .expect(200)
          .expect("/state", "SCREENED");
    }
    if (BillsAppeal.state(niamh, path).equals("SCREENED")) {
      new Decide(lukasz)
          .on(path, "response", Map.of("text", FreeText.RESPONSE))
          .expect(200)
          .expect("/state", "MANAGER_RESPONSE");
    }
    new Decide(niamh)
        .on(path, "panel", Map.of("members", BillsAppeal.PANEL.stream().map(scene::id).toList()))
        .expect(200)
        .expect("/state", "PANEL");
  }

  private void judge(String path) {
    if (appeal.isOpen("niamh", path, "checkEvidence")) {
      story.step(
          "Niamh reads the redacted evidence first: nothing in it tells whose it is",
          () ->
              new Decide(scene.api().as("niamh"))
                  .on(path, "evidence-check", Map.of("passages", List.of()))
                  .expect(200));
    }
    int level = Reviews.own(bill()).path("ordinal").asInt();
    story.step(
        "Zoë Brontë, Joost de Vries and Faith Mbeki score it, each alone and without knowing of"
            + " whom they read",
        () -> BillsAppeal.PANEL.forEach(member -> score(member, path, level)));
    if (appeal.isOpen("zoe", path, "recordHearing")) {
      story.step("They hear both sides", () -> hear(path));
    }
  }

  private void score(String member, String path, int level) {
    Answer seen = scene.api().as(member).get(path).send().expect(200);
    if (!appeal.isOpen(member, path, "scoreAppeal")) {
      return;
    }
    for (String telling : List.of("Bill", "Young", "Łukasz", FreeText.APPEAL, FreeText.RESPONSE)) {
      if (seen.text().contains(telling)) {
        throw seen.failed("evidence without “" + telling + "”");
      }
    }
    new Decide(scene.api().as(member))
        .on(path, "score", Map.of("ordinal", level, "reason", FreeText.SCORE))
        .expect(200);
  }

  private void hear(String path) {
    appeal
        .put(
            "zoe",
            path + "/hearing",
            path,
            Map.of("heldOn", scene.today().toString(), "note", FreeText.HEARING))
        .expect(200);
  }

  private Api bill() {
    return appeal.bill();
  }
}
