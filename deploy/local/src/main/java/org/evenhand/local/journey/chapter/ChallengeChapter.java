package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Decide;
import org.evenhand.local.journey.api.Listing;
import org.evenhand.local.journey.api.StepFailed;
import org.evenhand.local.journey.scene.CycleRef;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.scene.Tasks;
import org.evenhand.local.journey.script.FreeText;
import org.evenhand.local.journey.telling.Story;

/** One says aloud what he finds wrong and is answered; another asks what nobody else may hear. */
public final class ChallengeChapter {
  private static final String CHALLENGES = "/v1/challenges";
  private static final String GUIDANCE = "/v1/guidance-requests";
  private static final String TASK = "GUIDANCE_ANSWER";
  private static final int FORBIDDEN = 403;
  private static final int UNKNOWN = 404;
  private static final int UNDECLARED = 422;

  private final Scene scene;
  private final Story story;

  public ChallengeChapter(Scene scene) {
    this.scene = scene;
    this.story = scene.story();
  }

  public void play() {
    story.chapter("What somebody says aloud, and what somebody asks in confidence");
    Api joost = scene.api().as("joost");
    Optional<JsonNode> known = challenge(joost);
    if (known
        .filter(challenge -> challenge.path("state").asText().equals("ANSWERED"))
        .isPresent()) {
      return;
    }
    if (known.isEmpty()) {
      story.step(
          "Joost de Vries challenges how the day of the reviews was set", () -> raise(joost));
    }
    String path = CHALLENGES + "/" + challenge(joost).orElseThrow().path("id").asText();
    story.step(
        "Niamh O'Brien declares that it isn't hers, and answers him in writing",
        () -> answer(path));
    story.step("Everybody reads both; who raised it, May doesn't", () -> requireUnnamed(path));
    String request = story.step("May Long asks HR something in confidence", this::ask).at("/id");
    story.step(
        "Niamh learns that somebody asks, and reads it once she has claimed it",
        () -> claim(GUIDANCE + "/" + request));
    story.step(
        "For all others there is no such request, and no task that tells of it",
        () -> requireClosed(request));
    story.step(
        "Niamh answers; May reads it and erases it, and it is gone for both",
        () -> erase(GUIDANCE + "/" + request));
  }

  private static Optional<JsonNode> challenge(Api reader) {
    return Listing.all(reader, CHALLENGES + "?").stream()
        .filter(each -> each.path("text").asText().equals(FreeText.CHALLENGE))
        .findFirst();
  }

  /** Which cycle it is he knows, and not in whose hands its days are. */
  private static void raise(Api joost) {
    String cycle = CycleRef.find(joost).orElseThrow().path("id").asText();
    joost
        .post(CHALLENGES)
        .json(
            Map.of(
                "kind",
                "CONCERN",
                "text",
                FreeText.CHALLENGE,
                "practice",
                Map.of("kind", "MILESTONE", "subject", cycle)))
        .send()
        .expect(201)
        .expect("/state", "RAISED");
  }

  /** As nobody has named in whose hands the days are, she declares that they aren't in hers. */
  private void answer(String path) {
    Map<String, Object> undeclared =
        Map.of("outcome", "EXPLAINED", "text", FreeText.CHALLENGE_ANSWERED);
    new Decide(niamh()).on(path, "answer", undeclared).expect(UNDECLARED);
    Map<String, Object> declared = new HashMap<>(undeclared);
    declared.put("notOwnPractice", true);
    new Decide(niamh()).on(path, "answer", declared).expect(200).expect("/state", "ANSWERED");
    Tasks.expect(niamh(), "CHALLENGE_ANSWER", 0);
  }

  private void requireUnnamed(String path) {
    Answer read = may().get(path).send().expect(200);
    read.expect("/answers/0/text", FreeText.CHALLENGE_ANSWERED);
    read.expect("/answers/0/notOwnPractice", "true");
    if (read.text().contains(scene.id("joost"))) {
      throw read.failed("nothing of who raised it");
    }
  }

  private Answer ask() {
    return may().post(GUIDANCE).json(Map.of("text", FreeText.GUIDANCE)).send().expect(201);
  }

  private void claim(String path) {
    if (Tasks.of(niamh(), TASK).isEmpty()) {
      throw new StepFailed("expected the request to be a task of Niamh's");
    }
    Answer unread = niamh().get(path).send().expect(200);
    if (unread.text().contains(FreeText.GUIDANCE)) {
      throw unread.failed("no words before it is claimed");
    }
    new Decide(niamh()).on(path, "claim").expect(200).expect("/text", FreeText.GUIDANCE);
  }

  private void requireClosed(String request) {
    for (String other : List.of("grace", "anneke", "lukasz", "constance", "oluwaseun", "joost")) {
      Api reader = scene.api().as(other);
      reader.get(GUIDANCE + "/" + request).send().expect(FORBIDDEN, UNKNOWN);
      if (reader.get("/v1/tasks?kind=" + TASK).send().text().contains(request)) {
        throw new StepFailed("expected the request to be no task of " + other);
      }
    }
  }

  private void erase(String path) {
    new Decide(niamh())
        .on(path, "answer", Map.of("text", FreeText.GUIDANCE_ANSWERED))
        .expect(200)
        .expect("/state", "ANSWERED");
    Answer read = may().get(path).send().expect(200).expect("/answer", FreeText.GUIDANCE_ANSWERED);
    may().delete(path).ifMatch(read.etag()).send().expect(204);
    may().get(path).send().expect(UNKNOWN);
    niamh().get(path).send().expect(UNKNOWN);
  }

  private Api may() {
    return scene.api().as("may");
  }

  private Api niamh() {
    return scene.api().as("niamh");
  }
}
