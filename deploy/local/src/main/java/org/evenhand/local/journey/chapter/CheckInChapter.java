package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Decide;
import org.evenhand.local.journey.api.Listing;
import org.evenhand.local.journey.api.StepFailed;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.scene.Tasks;
import org.evenhand.local.journey.script.FreeText;
import org.evenhand.local.journey.telling.Story;

/** Two speak with each other, and nobody else reads of it. */
final class CheckInChapter {
  private static final String CHECK_INS = "/v1/check-ins";
  private static final String ACTION = "CHECK_IN_ACTION";
  private static final int WEEKS = 2;
  private static final int FORBIDDEN = 403;
  private static final int UNKNOWN = 404;

  private final Scene scene;
  private final Story story;

  CheckInChapter(Scene scene) {
    this.scene = scene;
    this.story = scene.story();
  }

  void play() {
    if (!Listing.all(may(), CHECK_INS + "?state=HELD").isEmpty()) {
      return;
    }
    String path =
        story.step("May Long plans a check-in with Łukasz, every two weeks from today", this::plan);
    story.step(
        "She brings what she wants to speak about; he notes what they agreed, and owes one thing",
        () -> speak(path));
    story.step(
        "Neither HR's lead nor the auditor nor whoever is above them reads any of it",
        () -> requireClosed(path));
    story.step(
        "They have held it, and the next one is planned; what he owes is among his tasks",
        () -> hold(path));
  }

  private String plan() {
    List<JsonNode> planned = Listing.all(may(), CHECK_INS + "?state=PLANNED");
    if (!planned.isEmpty()) {
      return CHECK_INS + "/" + planned.get(0).path("id").asText();
    }
    return CHECK_INS
        + "/"
        + may()
            .post(CHECK_INS)
            .json(Map.of("plannedFor", scene.today().toString(), "everyWeeks", WEEKS))
            .send()
            .expect(201)
            .at("/id");
  }

  private void speak(String path) {
    put(may(), path + "/agenda", Map.of("items", List.of(Map.of("text", FreeText.AGENDA))), path);
    put(may(), path + "/private-note", Map.of("text", FreeText.PRIVATE), path + "/private-note");
    put(lukasz(), path + "/shared-note", Map.of("text", FreeText.SHARED), path);
    if (lukasz().get(path).send().expect(200).text().contains(FreeText.PRIVATE)) {
      throw new StepFailed("expected May's private note to be hers alone");
    }
    if (Tasks.of(lukasz(), ACTION).isEmpty()) {
      new Decide(may())
          .on(
              path,
              "actions",
              Map.of(
                  "owedBy",
                  "MANAGER",
                  "title",
                  FreeText.PROMISE,
                  "dueOn",
                  scene.today().plusWeeks(WEEKS).toString()))
          .expect(201);
    }
  }

  private static void put(Api who, String part, Object body, String path) {
    who.put(part).ifMatch(who.get(path).send().expect(200).etag()).json(body).send().expect(200);
  }

  private void requireClosed(String path) {
    for (String other : List.of("grace", "constance", "oluwaseun", "niamh")) {
      Answer refused = scene.api().as(other).get(path).send().expect(FORBIDDEN, UNKNOWN);
      if (refused.text().contains(FreeText.AGENDA)) {
        throw refused.failed("nothing of what the two speak about");
      }
    }
  }

  private void hold(String path) {
    new Decide(lukasz())
        .on(path, "holding", Map.of("heldOn", scene.today().toString()))
        .expect(200)
        .expect("/state", "HELD");
    if (Listing.all(may(), CHECK_INS + "?state=PLANNED").size() != 1) {
      throw new StepFailed("expected the next check-in to be planned");
    }
    Tasks.expect(lukasz(), ACTION, 1);
  }

  private Api may() {
    return scene.api().as("may");
  }

  private Api lukasz() {
    return scene.api().as("lukasz");
  }
}
