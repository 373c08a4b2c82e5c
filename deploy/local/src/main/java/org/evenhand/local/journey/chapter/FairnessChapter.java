package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Decide;
import org.evenhand.local.journey.api.Eventually;
import org.evenhand.local.journey.api.Listing;
import org.evenhand.local.journey.scene.CycleRef;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.telling.FindingLines;
import org.evenhand.local.journey.telling.Story;

/** Before anybody is told a result, it is judged whether the groups fared alike. */
final class FairnessChapter {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Set<String> OF_FAIRNESS = Set.of("cycle-not-judged", "findings-unanswered");
  private static final String FINDINGS = "/v1/findings?cycle=" + CycleRef.KEY;

  private final Scene scene;
  private final Story story;

  FairnessChapter(Scene scene) {
    this.scene = scene;
    this.story = scene.story();
  }

  void play(CycleRef cycle) {
    if (!findings("").isEmpty() && findings("&state=RAISED").isEmpty()) {
      return;
    }
    List<JsonNode> waiting =
        story.step(
            "Zoë can't countersign yet: analytics first judges whether the groups fared alike",
            () -> judged(cycle));
    new FindingLines(story).tell(findings(""));
    story.step("A group of four is named without figures, and another protects it", this::hides);
    JsonNode first = waiting.get(0);
    new FindingLines(story).reasoning(grace().get(path(first)).send().expect(200).json());
    story.step(
        "Grace proposes what is done about it, by when; she can't agree with herself",
        () -> waiting.forEach(this::propose));
    story.step(
        "Zoë agrees for the managers. No rating has changed", () -> waiting.forEach(this::agree));
  }

  /**
   * Waits until the countersignature is refused because of the findings, and no longer because of
   * the missing judgement.
   */
  private List<JsonNode> judged(CycleRef cycle) {
    Eventually.within(
        PATIENCE,
        "the cycle to be judged",
        () -> {
          Answer refused = new Decide(zoe()).on(cycle.path(), "sharing/countersignature");
          String type = refused.expect(409).at("/type");
          if (OF_FAIRNESS.stream().noneMatch(type::endsWith)) {
            throw refused.failed("to wait for the judgement");
          }
          return refused;
        },
        refused -> refused.at("/type").endsWith("findings-unanswered"));
    return findings("&state=RAISED");
  }

  private void hides() {
    Answer seen =
        grace()
            .get(
                "/v1/fairness?cycle=%s&dimension=%s"
                    .formatted(CycleRef.KEY, Declarations.DIMENSION))
            .send()
            .expect(200);
    int shown = 0;
    for (JsonNode group : seen.json().path("groups")) {
      boolean small = group.path("value").asText().equals("Under 35");
      boolean hidden = group.path("suppressed").asBoolean();
      if (hidden == group.has("n") || (small && !hidden)) {
        throw seen.failed("no figure of a small group");
      }
      shown += hidden ? 0 : 1;
    }
    if (shown == 0) {
      throw seen.failed("figures of a large group");
    }
  }

  private void propose(JsonNode finding) {
    Map<String, String> response =
        Map.of(
            "action",
            "A manager and HR read the reviews of this group again, anchors in hand.",
            "dueOn",
            scene.today().plusDays(30).toString());
    new Decide(grace()).on(path(finding), "response", response).expect(200);
    new Decide(grace())
        .on(path(finding), "response/countersignature")
        .expectProblem(422, "same-person-twice");
  }

  private void agree(JsonNode finding) {
    new Decide(zoe())
        .on(path(finding), "response/countersignature")
        .expect(200)
        .expect("/summary/state", "ANSWERED");
  }

  private List<JsonNode> findings(String filter) {
    return Listing.all(grace(), FINDINGS + filter);
  }

  private static String path(JsonNode finding) {
    return "/v1/findings/" + finding.path("id").asText();
  }

  private Api grace() {
    return scene.api().as("grace");
  }

  private Api zoe() {
    return scene.api().as("zoe");
  }
}
