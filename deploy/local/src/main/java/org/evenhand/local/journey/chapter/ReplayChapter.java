package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Decide;
import org.evenhand.local.journey.api.Eventually;
import org.evenhand.local.journey.api.Listing;
import org.evenhand.local.journey.scene.CycleRef;
import org.evenhand.local.journey.scene.PolicyRef;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.script.PolicyText;
import org.evenhand.local.journey.telling.ReplayLines;
import org.evenhand.local.journey.telling.Story;

/**
 * Before anybody signs other weights, they know what these would have done in the year that was.
 */
public final class ReplayChapter {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String REPLAYS = "/impact-replays";

  /** What the announcement prints beside the replay. */
  private static final String WAIVED =
      "Fewer than five of a group would move, and so few can't be shown";

  private static final Set<String> OVER = Set.of("DONE", "FAILED");
  private static final Set<String> AGREED = Set.of("ANNOUNCED", "EFFECTIVE");

  /** One more than the thirty that the version in force promises. */
  private static final int NOTICE_DAYS = 31;

  private final Scene scene;
  private final Story story;

  public ReplayChapter(Scene scene) {
    this.scene = scene;
    this.story = scene.story();
  }

  /** Whether an earlier start came to the end of this chapter. */
  public static boolean isOver(Api reader) {
    return Listing.all(reader, "/v1/policies?").stream()
        .filter(policy -> policy.path("name").asText().equals(PolicyText.NAME))
        .map(policy -> policy.path("latest"))
        .anyMatch(
            latest ->
                latest.path("version").asInt() > 1
                    && AGREED.contains(latest.path("state").asText()));
  }

  public void play(PolicyRef inForce, CycleRef cycle) {
    story.chapter("What other weights would have done");
    PolicyRef next =
        known(inForce)
            .orElseGet(
                () ->
                    story.step(
                        "Anneke ter Horst drafts the next version: how people work together shall"
                            + " count most",
                        () -> draft(inForce)));
    if (next.state(anneke()).equals("DRAFT")) {
      story.step("The draft goes to all for comment", () -> consult(next));
    }
    if (next.state(anneke()).equals("CONSULTATION")) {
      ask(next, cycle);
    }
    if (next.state(anneke()).equals("SIGN_OFF")) {
      story.step(
          "Now that they know it, Łukasz Wiśniewski and Zoë Brontë sign for the managers, Niamh"
              + " O'Brien for HR",
          new SignOffChapter(scene, next)::sign);
    }
    if (next.state(anneke()).equals("APPROVED")) {
      story.step(
          "What it would have done stands in the announcement, for everybody",
          () -> announce(next));
    }
  }

  private Optional<PolicyRef> known(PolicyRef inForce) {
    PolicyRef next = new PolicyRef(inForce.id(), inForce.version() + 1);
    return Optional.of(next).filter(ref -> anneke().get(ref.path()).send().status() == 200);
  }

  private PolicyRef draft(PolicyRef inForce) {
    Answer drafted = anneke().post("/v1/policies/" + inForce.id() + "/versions").send().expect(201);
    return new PolicyRef(inForce.id(), drafted.json().path("version").asInt());
  }

  private void consult(PolicyRef next) {
    anneke()
        .patch(next.path())
        .ifMatch(anneke().get(next.path()).send().expect(200).etag())
        .json(PolicyText.otherWeights())
        .send()
        .expect(200);
    new Decide(anneke()).on(next.path(), "consultation").expect("/state", "CONSULTATION");
  }

  private void ask(PolicyRef next, CycleRef cycle) {
    story.step(
        "The clock is moved past the days in which people can comment",
        () -> passUntilSigned(next));
    if (Listing.all(anneke(), next.path() + REPLAYS + "?").isEmpty()) {
      story.step(
          "Signing can't begin before people can know what it would have changed, and is refused",
          () -> opened(next).expectProblem(409, "replay-missing"));
      story.step(
          "Anneke asks what the closed cycle would have come to: all of it in steps of five people,"
              + " and nothing of anybody",
          () -> request(next, cycle));
    }
    tell(story.step("The answer comes by itself", () -> answer(next)));
    story
        .step(
            "Grace Okonkwo, who reads figures by protected attribute, reads it by age group; those"
                + " who sign don't",
            () -> byGroup(next))
        .forEach(story::tell);
    story.step(
        "Of one group it can't be told, so signing is refused until Anneke has said why people may"
            + " sign all the same",
        () -> openWithReason(next));
  }

  /** The announcement prints the reason. */
  private void openWithReason(PolicyRef next) {
    if (opened(next).status() == 409) {
      new Decide(anneke())
          .on(next.path(), "impact-replay-waiver", Map.of("reason", WAIVED))
          .expect(200);
      opened(next).expect(200);
    }
  }

  private void passUntilSigned(PolicyRef next) {
    String from = anneke().get(next.path()).send().expect(200).at("/consultation/signOffFrom");
    scene.passUntil(LocalDate.ofInstant(Instant.parse(from), ZoneOffset.UTC).plusDays(1));
  }

  private Answer opened(PolicyRef next) {
    return new Decide(anneke()).on(next.path(), "sign-off-opening", SignOffChapter.OPENING);
  }

  /** Policy-service learns that the cycle is closed a moment after it was. */
  private void request(PolicyRef next, CycleRef cycle) {
    Map<String, Object> question =
        Map.of(
            "cycleIds",
            List.of(cycle.id()),
            "criteria",
            PolicyText.criterionKeys().stream()
                .map(key -> Map.of("past", key, "draft", key))
                .toList(),
            "levels",
            IntStream.rangeClosed(1, PolicyText.LEVELS).boxed().toList());
    Eventually.answered(
        PATIENCE,
        "policy-service to know that the cycle is closed",
        () -> anneke().post(next.path() + REPLAYS).json(question).send(),
        201);
  }

  /** Whoever is to sign reads it as HR does. */
  private JsonNode answer(PolicyRef next) {
    Answer done =
        Eventually.within(
                PATIENCE,
                "the replay to be over",
                () -> scene.api().as("lukasz").get(next.path() + REPLAYS + "/1").send().expect(200),
                seen -> OVER.contains(seen.at("/state")))
            .expect("/state", "DONE")
            .expect("/cycles/0/cycleKey", CycleRef.KEY);
    JsonNode cycle = done.json().at("/cycles/0");
    if (ReplayLines.moved(cycle) == 0) {
      throw done.failed("people who would have another level");
    }
    return cycle;
  }

  /** Among so few, most of it is hidden, and says so. */
  private List<String> byGroup(PolicyRef next) {
    Answer read = scene.api().as("grace").get(next.path() + REPLAYS + "/1").send().expect(200);
    List<String> lines = ReplayLines.byGroup(read.json().at("/cycles/0"));
    if (lines.isEmpty()) {
      throw read.failed("what it means by age group, or why that isn't told");
    }
    return lines;
  }

  private void tell(JsonNode replayed) {
    ReplayLines.of(replayed).forEach(story::tell);
  }

  private void announce(PolicyRef next) {
    new Decide(anneke())
        .on(
            next.path(),
            "announcement",
            Map.of(
                "rationale", "Most of what went wrong was known to somebody who wasn't asked",
                "expectedImpact", "Who helps others is seen; who works alone may lose a level",
                "effectiveOn", scene.today().plusDays(NOTICE_DAYS).toString()))
        .expect(200)
        .expect("/announcement/impact/replays/0/cycles/0/cycleKey", CycleRef.KEY)
        .expect("/announcement/impact/waived", WAIVED);
  }

  private Api anneke() {
    return scene.api().as("anneke");
  }
}
