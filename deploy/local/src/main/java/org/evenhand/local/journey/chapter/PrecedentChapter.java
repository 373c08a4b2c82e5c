package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
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

/** HR writes a case that nobody has lived, a manager reads it for HR, and weeks later all do. */
public final class PrecedentChapter {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  static final String PRECEDENTS = "/v1/precedents";
  private static final String TEMPLATE = "/v1/templates/PRECEDENT/whose-success/drafts?language=en";
  private static final String CRITERION = "together";
  private static final int LEVEL = 4;

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
    story.chapter("A case that nobody has lived");
    Optional<JsonNode> known = known();
    String path =
        known
            .map(PrecedentChapter::path)
            .orElseGet(
                () ->
                    story.step(
                        "Anneke ter Horst takes a case of the starter kit, and says which anchor of"
                            + " Linden it shows: a team succeeds, and whose success is it?",
                        this::take));
    if (state(anneke(), path).equals("PROPOSED")) {
      story.step(
          "Nobody else knows of it; Mark Price reads it for the managers, and finds nobody in it",
          () -> check(path));
    }
  }

  /**
   * Lets the days pass in which somebody could object, were it about them.
   *
   * @return the id of what everybody can read now
   */
  public String published(CycleRef cycle) {
    JsonNode precedent = known().orElseThrow();
    String path = path(precedent);
    if (!state(anneke(), path).equals("PUBLISHED")) {
      story.step(
          "The clock of the stack is moved: the case is out, and May Long reads it; nothing in it"
              + " tells whether somebody has lived it",
          () -> passUntilOut(cycle, path));
    }
    return precedent.path("id").asText();
  }

  /** Both who bring it about find it before it is out. */
  private Optional<JsonNode> known() {
    return Stream.of("PROPOSED", "CHECKED", "PUBLISHED")
        .flatMap(
            state ->
                Listing.all(anneke(), PRECEDENTS + "?state=" + state + "&policyId=" + policy.id())
                    .stream())
        .findFirst();
  }

  /** Calibration-service learns of the policy in force a moment after it took effect. */
  private String take() {
    Map<String, Object> chosen =
        Map.of(
            "policyId",
            policy.id(),
            "criterion",
            CRITERION,
            "ordinal",
            LEVEL,
            "checkerExternalId",
            scene.person("mark").externalId());
    return Eventually.answered(
            PATIENCE,
            "calibration-service to know the policy",
            () -> anneke().post(TEMPLATE).json(chosen).send(),
            201)
        .expect("/state", "PROPOSED")
        .location();
  }

  private void check(String path) {
    scene.api().as("may").get(path).send().expect(404);
    scene.api().as("niamh").get(path).send().expect(404);
    Api mark = scene.api().as("mark");
    Tasks.expect(mark, "PRECEDENT_CHECK", 1);
    new Decide(mark).on(path, "check").expect(200).expect("/state", "CHECKED");
  }

  private void passUntilOut(CycleRef cycle, String path) {
    scene.passUntil(cycle.cutOff(anneke()).plusDays(DAYS_UNTIL_OUT));
    Api may = scene.api().as("may");
    Answer out =
        Eventually.answered(PATIENCE, "the case to be out", () -> may.get(path).send(), 200)
            .expect("/state", "PUBLISHED")
            .expect("/ordinal", LEVEL);
    if (out.json().path("author").isObject() || out.json().path("checker").isObject()) {
      throw out.failed("nothing of who has brought it about");
    }
  }

  private static String path(JsonNode precedent) {
    return PRECEDENTS + "/" + precedent.path("id").asText();
  }

  private static String state(Api reader, String path) {
    return reader.get(path).send().expect(200).at("/state");
  }

  private Api anneke() {
    return scene.api().as("anneke");
  }
}
