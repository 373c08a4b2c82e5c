package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Decide;
import org.evenhand.local.journey.api.Eventually;
import org.evenhand.local.journey.api.Listing;
import org.evenhand.local.journey.scene.CycleRef;
import org.evenhand.local.journey.scene.PolicyRef;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.scene.Tasks;
import org.evenhand.local.journey.telling.Story;

/** HR takes cases that nobody has lived, a manager reads them for HR, and weeks later all do. */
public final class PrecedentChapter {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  static final String PRECEDENTS = "/v1/precedents";
  private static final String TEMPLATES = "/v1/templates/PRECEDENT/";

  /** Ten working days and the Tuesday after, wherever it is; people can apply for longer. */
  private static final int DAYS_UNTIL_OUT = 26;

  private final Scene scene;
  private final Story story;
  private final PolicyRef policy;

  public PrecedentChapter(Scene scene, PolicyRef policy) {
    this.scene = scene;
    this.story = scene.story();
    this.policy = policy;
  }

  public void write() {
    story.chapter("Cases that nobody has lived");
    List<JsonNode> known = known("PROPOSED", "CHECKED", "PUBLISHED");
    List<KitCase> missing =
        Stream.of(KitCase.values()).filter(each -> each.among(known).isEmpty()).toList();
    if (!missing.isEmpty()) {
      story.step(
          "Anneke ter Horst takes the cases of the starter kit, and says which anchor of Linden"
              + " each shows: a team succeeds, and whose success is it?",
          () -> missing.forEach(this::take));
    }
    List<JsonNode> unread = known("PROPOSED");
    if (!unread.isEmpty()) {
      story.step(
          "Nobody else knows of them; Mark Price reads them for the managers, and finds nobody in"
              + " them",
          () -> check(unread));
    }
  }

  /**
   * Lets the days pass in which somebody could object, were it about them.
   *
   * @return the id of one that everybody can read now
   */
  public String published(CycleRef cycle) {
    JsonNode precedent = of(KitCase.WHOSE_SUCCESS);
    String path = path(precedent);
    if (!state(anneke(), path).equals("PUBLISHED")) {
      story.step(
          "The clock of the stack is moved: the cases are out, and May Long reads one; nothing in"
              + " it tells whether somebody has lived it",
          () -> passUntilOut(cycle, path));
    }
    return id(precedent);
  }

  /** The ids of some that are out, in this order. */
  List<String> published(List<KitCase> wanted) {
    List<JsonNode> out = known("PUBLISHED");
    return wanted.stream().map(each -> id(each.among(out).orElseThrow())).toList();
  }

  /** Both who bring them about find them before they are out. */
  private List<JsonNode> known(String... states) {
    return Stream.of(states)
        .flatMap(
            state ->
                Listing.all(anneke(), PRECEDENTS + "?state=" + state + "&policyId=" + policy.id())
                    .stream())
        .toList();
  }

  private JsonNode of(KitCase wanted) {
    return wanted.among(known("PROPOSED", "CHECKED", "PUBLISHED")).orElseThrow();
  }

  /** Calibration-service learns of the policy in force a moment after it took effect. */
  private void take(KitCase wanted) {
    Map<String, Object> chosen =
        Map.of(
            "policyId",
            policy.id(),
            "criterion",
            wanted.criterion(),
            "ordinal",
            wanted.level(),
            "checkerExternalId",
            scene.person("mark").externalId());
    Eventually.answered(
            PATIENCE,
            "calibration-service to know the policy",
            () ->
                anneke().post(TEMPLATES + wanted.key() + "/drafts?language=en").json(chosen).send(),
            201)
        .expect("/state", "PROPOSED");
  }

  private void check(List<JsonNode> unread) {
    Api mark = scene.api().as("mark");
    Tasks.expect(mark, "PRECEDENT_CHECK", unread.size());
    for (JsonNode each : unread) {
      scene.api().as("may").get(path(each)).send().expect(404);
      scene.api().as("niamh").get(path(each)).send().expect(404);
      new Decide(mark).on(path(each), "check").expect(200).expect("/state", "CHECKED");
    }
  }

  private void passUntilOut(CycleRef cycle, String path) {
    scene.passUntil(cycle.cutOff(anneke()).plusDays(DAYS_UNTIL_OUT));
    Api may = scene.api().as("may");
    Answer out =
        Eventually.answered(PATIENCE, "the case to be out", () -> may.get(path).send(), 200)
            .expect("/state", "PUBLISHED")
            .expect("/ordinal", KitCase.WHOSE_SUCCESS.level());
    if (out.json().path("author").isObject() || out.json().path("checker").isObject()) {
      throw out.failed("nothing of who has brought it about");
    }
  }

  private static String path(JsonNode precedent) {
    return PRECEDENTS + "/" + id(precedent);
  }

  private static String id(JsonNode precedent) {
    return precedent.path("id").asText();
  }

  private static String state(Api reader, String path) {
    return reader.get(path).send().expect(200).at("/state");
  }

  private Api anneke() {
    return scene.api().as("anneke");
  }
}
