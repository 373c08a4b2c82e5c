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

/** One asks a colleague, who answers by name; recognition is there for everybody to read. */
final class FeedbackChapter {
  private static final String FEEDBACK = "/v1/feedback";
  private static final String REQUESTS = "/v1/feedback-requests";
  private static final String REQUEST = "FEEDBACK_REQUEST";

  private final Scene scene;
  private final Story story;

  FeedbackChapter(Scene scene) {
    this.scene = scene;
    this.story = scene.story();
  }

  void play() {
    if (answer(dmitri()).isEmpty()) {
      story.step("Дмитрий Соколов asks Gülşen Çelik how the handover went", this::ask);
      story.step(
          "Gülşen sees who would read her answer before she writes it, and gives it",
          this::answerHim);
    }
    story.step(
        "He alone decides that whoever leads him reads it; then it is with his review", this::open);
    story.step(
        "Gülşen thanks May and Bill before everybody; a colleague of another unit reads it",
        this::recognise);
  }

  private void ask() {
    if (Tasks.of(gulsen(), REQUEST).isEmpty()) {
      dmitri()
          .post(REQUESTS)
          .json(Map.of("askedId", scene.id("gulsen"), "question", FreeText.QUESTION))
          .send()
          .expect(201)
          .expect("/state", "ASKED");
    }
    Tasks.expect(gulsen(), REQUEST, 1);
  }

  private void answerHim() {
    List<String> to = List.of(scene.id("dmitri"));
    String request =
        Tasks.of(gulsen(), REQUEST).get(0).path("subject").asText().replace(REQUESTS + "/", "");
    gulsen()
        .post(FEEDBACK + "/preview")
        .json(
            Map.of(
                "kind",
                "CRITIQUE",
                "recipientIds",
                to,
                "visibility",
                "RECIPIENT",
                "requestId",
                request))
        .send()
        .expect(200);
    gulsen()
        .post(FEEDBACK)
        .json(
            Map.of(
                "kind",
                "CRITIQUE",
                "recipientIds",
                to,
                "visibility",
                "RECIPIENT",
                "requestId",
                request,
                "situation",
                FreeText.HANDOVER,
                "behaviour",
                FreeText.LEFT_OUT,
                "impact",
                FreeText.SEARCHED,
                "wish",
                FreeText.WISH))
        .send()
        .expect(201)
        .expect("/state", "GIVEN");
    Tasks.expect(gulsen(), REQUEST, 0);
  }

  private void open() {
    String review = FEEDBACK + "?review=" + Reviews.own(dmitri()).path("id").asText();
    JsonNode given = answer(dmitri()).orElseThrow();
    if (answer(lukasz()).isEmpty()) {
      if (!Listing.all(lukasz(), review).isEmpty()) {
        throw new StepFailed("expected the answer to be closed to Łukasz");
      }
      new Decide(dmitri())
          .on(FEEDBACK + "/" + given.path("id").asText(), "opening", Map.of("to", "MANAGER"))
          .expect(200);
    }
    if (Listing.all(lukasz(), review).size() != 1) {
      throw new StepFailed("expected Łukasz to find the answer with the review");
    }
  }

  private void recognise() {
    Api rose = scene.api().as("rose");
    if (recognition(rose)) {
      return;
    }
    gulsen()
        .post(FEEDBACK)
        .json(
            Map.of(
                "kind", "RECOGNITION",
                "recipientIds", List.of(scene.id("may"), scene.id("bill")),
                "visibility", "PUBLIC",
                "criterion", "together",
                "behaviour", FreeText.THANKS))
        .send()
        .expect(201);
    if (!recognition(rose)) {
      throw new StepFailed("expected Rose to read what is public");
    }
  }

  private static boolean recognition(Api reader) {
    return with(reader, FreeText.THANKS).isPresent();
  }

  private static Optional<JsonNode> answer(Api reader) {
    return with(reader, FreeText.LEFT_OUT);
  }

  private static Optional<JsonNode> with(Api reader, String behaviour) {
    return Listing.all(reader, FEEDBACK + "?").stream()
        .filter(given -> given.toString().contains(behaviour))
        .findFirst();
  }

  private Api gulsen() {
    return scene.api().as("gulsen");
  }

  private Api dmitri() {
    return scene.api().as("dmitri");
  }

  private Api lukasz() {
    return scene.api().as("lukasz");
  }
}
