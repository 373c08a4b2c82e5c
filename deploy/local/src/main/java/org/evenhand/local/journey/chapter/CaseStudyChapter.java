package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Decide;
import org.evenhand.local.journey.api.Eventually;
import org.evenhand.local.journey.api.Listing;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.scene.Tasks;
import org.evenhand.local.journey.telling.Story;

/** A module of the starter kit lets people score the cases that are out, each alone. */
public final class CaseStudyChapter {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String MODULES = "/v1/training-modules";
  private static final String TEMPLATE = "/v1/templates/TRAINING_MODULE/case-study";
  private static final Map<String, String> LEADS = Map.of("hr", "L013", "manager", "L004");
  private static final String KEY = "case-study";

  /** Whoever gives it to each of the six is off by one on average. */
  private static final int ALWAYS = 3;

  private static final double DISTANCE = 1.0;

  private final Scene scene;
  private final Story story;
  private final PrecedentChapter precedents;

  public CaseStudyChapter(Scene scene, PrecedentChapter precedents) {
    this.scene = scene;
    this.story = scene.story();
    this.precedents = precedents;
  }

  public void play() {
    story.chapter("Six cases, each scored alone");
    Optional<JsonNode> known = module();
    if (known.filter(module -> module.path("state").asText().equals("OFFERED")).isEmpty()) {
      String path =
          known
              .map(CaseStudyChapter::path)
              .orElseGet(
                  () ->
                      story.step(
                          "Niamh O'Brien takes a module of the starter kit, a case study, to be"
                              + " led by her and Mark Price together",
                          this::take));
      story.step(
          "It names its cases by keys: she puts in those that are out, and Mark agrees; from now"
              + " on whoever judges an appeal has gone through it",
          () -> offer(path));
    }
    String completion =
        story.step("Faith Mbeki, who serves units, finds it among her tasks", this::asked);
    story.step(
        "She scores each of the six alone, and reads only then what was agreed on, and how far off"
            + " she was; nobody else reads it",
        () -> score(completion));
    if (!Tasks.of(faith(), "TRAINING").isEmpty()) {
      story.step("Mark says that she has been through it", () -> complete(completion));
    }
  }

  private Optional<JsonNode> module() {
    return Listing.all(niamh(), MODULES + "?").stream()
        .filter(module -> module.path("key").asText().equals(KEY))
        .findFirst();
  }

  private static String path(JsonNode module) {
    return MODULES + "/" + module.path("id").asText();
  }

  private String take() {
    return niamh()
        .post(TEMPLATE + "/drafts?language=en")
        .json(Map.of("coLeads", LEADS))
        .send()
        .expect(201)
        .expect("/state", "PROPOSED")
        .location();
  }

  private void offer(String path) {
    JsonNode kit = niamh().get(TEMPLATE + "?language=en").send().expect(200).json().path("body");
    ObjectNode module = kit.path("module").deepCopy();
    LEADS.forEach(module.putObject("coLeads")::put);
    module.putArray("requiredFor").add("PANEL");
    List<KitCase> cases =
        kit.path("precedents").valueStream().map(key -> KitCase.of(key.asText())).toList();
    precedents.published(cases).forEach(module.putArray("precedents")::add);
    niamh()
        .put(path)
        .ifMatch(niamh().get(path).send().expect(200).etag())
        .json(module)
        .send()
        .expect(200);
    new Decide(mark()).on(path, "agreement").expect(200).expect("/state", "OFFERED");
  }

  /**
   * An earlier start may have stopped after she had done it.
   *
   * @return the path of her completion
   */
  private String asked() {
    String module = module().orElseThrow().path("id").asText();
    String hers = "/v1/training-completions?moduleId=" + module + "&personId=" + scene.id("faith");
    return "/v1/training-completions/"
        + Eventually.within(
                PATIENCE,
                "what her role asks of her",
                () -> Listing.all(faith(), hers),
                found -> !found.isEmpty())
            .get(0)
            .path("id")
            .asText();
  }

  private void score(String completion) {
    String study = completion + "/case-study";
    if (faith().get(study).send().json().path("cases").isMissingNode()) {
      faith().post(study).send().expect(201);
    }
    Answer seen = faith().get(study).send().expect(200);
    for (JsonNode each : seen.json().path("cases")) {
      if (each.path("own").isMissingNode()) {
        seen = score(study, each.path("number").asInt());
      }
    }
    if (seen.json().path("distance").asDouble() != DISTANCE) {
      throw seen.failed("a distance of " + DISTANCE);
    }
    mark().get(study).send().expect(404);
  }

  private Answer score(String study, int number) {
    Answer before = faith().get(study).send().expect(200);
    if (!before.json().findValues("agreed").isEmpty()) {
      throw before.failed("nothing of what was agreed on, while others are unscored");
    }
    return faith()
        .put(study + "/cases/" + number + "/score")
        .json(Map.of("ordinal", ALWAYS))
        .send()
        .expect(200);
  }

  private void complete(String completion) {
    new Decide(mark())
        .on(completion, "completion", Map.of("completedOn", scene.today().toString()))
        .expect(200)
        .expect("/state", "COMPLETED");
    Tasks.expect(faith(), "TRAINING", 0);
  }

  private Api niamh() {
    return scene.api().as("niamh");
  }

  private Api mark() {
    return scene.api().as("mark");
  }

  private Api faith() {
    return scene.api().as("faith");
  }
}
