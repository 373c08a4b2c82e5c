package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Decide;
import org.evenhand.local.journey.api.Eventually;
import org.evenhand.local.journey.api.Listing;
import org.evenhand.local.journey.scene.CycleRef;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.script.FreeText;
import org.evenhand.local.journey.telling.Story;

/** How severe a manager is, who sees it first, and what follows when they object. */
public final class RaterChapter {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String RATERS = "/v1/raters?cycle=" + CycleRef.KEY;
  private static final String PROFILING = "/v1/rater-profiling/GB";
  private static final String OBJECTIONS = "/v1/rater-objections";

  private final Scene scene;
  private final Story story;

  public RaterChapter(Scene scene) {
    this.scene = scene;
    this.story = scene.story();
  }

  public void play() {
    story.chapter("How a manager's ratings lie beside those of others");
    if (grace().get(PROFILING).send().status() == 404) {
      story.step("It is off; Grace switches it on for Great Britain, and says why", this::switchOn);
    }
    JsonNode own =
        story.step(
            "Oluwaseun reads how the twelve blind samples were scored, beside the two others",
            this::own);
    story.tell("  “" + own.at("/blindSeverity/words").asText() + "”");
    if (Listing.all(oluwaseun(), OBJECTIONS + "?").isEmpty()) {
      story.step("Then Grace sees which way, in quarters of a point", () -> others("SHOWN", own));
      story.step(
          "Oluwaseun objects in writing, and Grace sees no figure any more",
          () -> {
            object(own);
            others("CONTESTED", own);
          });
    }
    story.step(
        "Grace answers in writing; it is shown again, with the mark that it was contested",
        () -> {
          answer();
          others("SHOWN", own);
        });
  }

  private void switchOn() {
    oluwaseun().get(RATERS).send().expect(200).expect("/state", "SWITCHED_OFF");
    grace()
        .put(PROFILING)
        .json(
            Map.of(
                "legalBasis", "UK GDPR Art. 6(1)(f)",
                "reason", "Managers asked how their ratings lie beside those of others",
                "from", "2026-01-01"))
        .send()
        .expect(201);
  }

  private JsonNode own() {
    Answer seen =
        Eventually.within(
            PATIENCE,
            "the counts to be still",
            () -> oluwaseun().get(RATERS).send().expect(200),
            answer -> answer.json().path("state").asText().equals("SHOWN"));
    seen.expect("/scope", "OWN")
        .expect("/raters/0/blindSeverity/state", "SHOWN")
        .expect("/raters/0/blindSeverity/samples", 12);
    if (seen.json().at("/raters/0/blindSeverity/difference").asDouble() >= 0) {
      throw seen.failed("the stricter of three readers to lie below the others");
    }
    return seen.json().at("/raters/0");
  }

  private void others(String state, JsonNode own) {
    Answer seen = grace().get(RATERS).send().expect(200);
    for (JsonNode rater : seen.json().path("raters")) {
      if (rater.at("/rater/id").equals(own.at("/rater/id"))) {
        JsonNode blind = rater.path("blindSeverity");
        boolean shown = state.equals("SHOWN");
        if (!blind.path("state").asText().equals(state)
            || blind.has("difference") != shown
            || blind.has("samples")
            || blind.path("difference").asDouble() > 0) {
          throw seen.failed("blind severity of " + rater.at("/rater/id") + " to be " + state);
        }
        return;
      }
    }
    throw seen.failed("a rater " + own.at("/rater/id"));
  }

  private void object(JsonNode own) {
    String cycle = oluwaseun().get(RATERS).send().expect(200).at("/cycle/id");
    oluwaseun()
        .post(OBJECTIONS)
        .idempotencyKey("objection-" + own.at("/rater/id").asText())
        .json(Map.of("cycleId", cycle, "words", FreeText.OBJECTION))
        .send()
        .expect(201)
        .expect("/state", "OPEN");
  }

  private void answer() {
    JsonNode objection = Listing.all(oluwaseun(), OBJECTIONS + "?").get(0);
    String path = OBJECTIONS + "/" + objection.path("id").asText();
    if (objection.path("state").asText().equals("OPEN")) {
      new Decide(grace())
          .on(path, "answer", Map.of("outcome", "DECLINED", "reason", FreeText.OBJECTION_DECLINED))
          .expect(200)
          .expect("/state", "DECLINED");
    }
    oluwaseun().get(path).send().expect(200).expect("/answer/reason", FreeText.OBJECTION_DECLINED);
  }

  private Api oluwaseun() {
    return scene.api().as("oluwaseun");
  }

  private Api grace() {
    return scene.api().as("grace");
  }
}
