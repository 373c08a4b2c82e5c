package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Decide;
import org.evenhand.local.journey.api.Listing;
import org.evenhand.local.journey.api.StepFailed;
import org.evenhand.local.journey.scene.Reviews;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.scene.Tasks;
import org.evenhand.local.journey.script.FreeText;
import org.evenhand.local.journey.telling.Story;

/** A manager keeps what he saw, tells the person, and lets her review rest on it. */
final class ObservationChapter {
  private static final String OBSERVATIONS = "/v1/observations";
  private static final String TELLING = "OBSERVATION_TELLING";
  private static final int DAYS_AGO = 50;

  private final Scene scene;
  private final Story story;

  ObservationChapter(Scene scene) {
    this.scene = scene;
    this.story = scene.story();
  }

  void play() {
    if (kept(lukasz()).isEmpty()) {
      story.step(
          "Łukasz Wiśniewski keeps what he saw of Gülşen Çelik; nobody else reads it yet",
          this::keep);
    }
    String path = OBSERVATIONS + "/" + kept(lukasz()).orElseThrow().path("id").asText();
    if (kept(gulsen()).isEmpty()) {
      story.step("He tells her, and that task is gone", () -> tell(path));
    }
    story.step("She has something to say to it, which stays with it", () -> reply(path));
    JsonNode review = Reviews.own(gulsen());
    if (Reviews.atWork(review)) {
      story.step(
          "He opens her review, finds the goals and what was gathered in one request each, and"
              + " cites it",
          () -> cite(path, review));
    }
  }

  private void keep() {
    lukasz()
        .post(OBSERVATIONS)
        .json(
            Map.of(
                "employeeId",
                scene.id("gulsen"),
                "criterion",
                "delivery",
                "situation",
                FreeText.STORM,
                "behaviour",
                FreeText.HELD,
                "observedOn",
                scene.today().minusDays(DAYS_AGO).toString()))
        .send()
        .expect(201)
        .expect("/state", "KEPT");
    Tasks.expect(lukasz(), TELLING, 1);
    if (kept(gulsen()).isPresent() || kept(scene.api().as("grace")).isPresent()) {
      throw new StepFailed("expected an observation to be its author's alone before it is told");
    }
  }

  private void tell(String path) {
    new Decide(lukasz()).on(path, "telling").expect(200);
    Tasks.expect(lukasz(), TELLING, 0);
  }

  private void reply(String path) {
    gulsen()
        .put(path + "/reply")
        .ifMatch(gulsen().get(path).send().expect(200).etag())
        .json(Map.of("text", FreeText.REPLY))
        .send()
        .expect(200)
        .expect("/reply/text", FreeText.REPLY);
  }

  private void cite(String path, JsonNode review) {
    String id = review.path("id").asText();
    List<JsonNode> goals = Listing.all(lukasz(), "/v1/goals?review=" + id);
    List<JsonNode> seen = Listing.all(lukasz(), OBSERVATIONS + "?review=" + id);
    if (goals.isEmpty() || seen.size() != 1) {
      throw new StepFailed(
          "expected goals and one observation, seen %s and %s".formatted(goals, seen));
    }
    if (seen.get(0).path("citations").isEmpty()) {
      new Decide(lukasz())
          .on(path, "citation", Map.of("reviewId", id))
          .expect(200)
          .expect("/state", "CITED");
    }
  }

  private static Optional<JsonNode> kept(Api reader) {
    return Listing.all(reader, OBSERVATIONS + "?").stream()
        .filter(seen -> seen.path("situation").asText().equals(FreeText.STORM))
        .findFirst();
  }

  private Api lukasz() {
    return scene.api().as("lukasz");
  }

  private Api gulsen() {
    return scene.api().as("gulsen");
  }
}
