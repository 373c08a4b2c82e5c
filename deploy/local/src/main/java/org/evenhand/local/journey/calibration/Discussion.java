package org.evenhand.local.journey.calibration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Decide;
import org.evenhand.local.journey.api.Eventually;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.script.FreeText;
import org.evenhand.local.journey.telling.Story;

/** Agreement is revealed, the most disputed is discussed first, and every review is decided. */
final class Discussion {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int PRECEDENTS = 2;

  private final Scene scene;
  private final Story story;
  private final CalibrationSession session;

  Discussion(Scene scene, CalibrationSession session) {
    this.scene = scene;
    this.story = scene.story();
    this.session = session;
  }

  void play() {
    tell(story.step("The scores are revealed, with how far they agree", this::agreement));
    if (session.state().equals("REVEALED")) {
      story.step("They discuss, most disputed first", () -> move("discussion", "DISCUSSION"));
    }
    if (session.state().equals("DISCUSSION")) {
      story.step("On the two most disputed samples they find a precedent", this::agree);
      story.step("Every review is decided: confirmed, or adjusted with a reason", this::decide);
      move("readiness", "READY");
    }
    adjusted();
    story.step(
        scene.person(session.seats().coFacilitator()).name()
            + " countersigns: the session is locked, its decisions take effect together",
        this::lock);
  }

  private JsonNode agreement() {
    Answer seen = session.facilitator().get(session.path() + "/agreement").send().expect(200);
    seen.expect("/agreement/raters", session.seats().raters().size())
        .expect("/agreement/paired", false);
    double alpha = seen.json().at("/agreement/alpha").asDouble(-1);
    if (alpha < 0.4 || alpha >= 1) {
      throw seen.failed("raters who agree, though not on everything");
    }
    if (count(seen.json(), "none") == 0) {
      throw seen.failed("samples on which three raters agree");
    }
    return seen.json();
  }

  private void tell(JsonNode seen) {
    JsonNode agreement = seen.path("agreement");
    story.tell(
        "  Krippendorff's alpha %.2f (%.2f to %.2f), by %d raters on %d samples"
            .formatted(
                agreement.path("alpha").asDouble(),
                agreement.path("low").asDouble(),
                agreement.path("high").asDouble(),
                agreement.path("raters").asInt(),
                agreement.path("samples").asInt()));
    story.tell(
        "  samples by dispute: none %d, note %d, warn %d, critical %d"
            .formatted(
                count(seen, "none"),
                count(seen, "note"),
                count(seen, "warn"),
                count(seen, "critical")));
    JsonNode first = seen.at("/agenda/0");
    story.tell(
        "  first on the agenda: sample %d, scored %s by those who read it, rated %d by the reviewer"
            .formatted(
                first.path("position").asInt(),
                first.path("scores"),
                first.path("originalOrdinal").asInt()));
  }

  /** The number of samples with that level of dispute. */
  private static int count(JsonNode seen, String level) {
    return seen.at("/measures/sampleLevels/" + level).asInt();
  }

  private Answer move(String transition, String state) {
    return new Decide(session.facilitator())
        .on(session.path(), transition)
        .expect(200)
        .expect("/state", state);
  }

  private void agree() {
    JsonNode agenda =
        session
            .facilitator()
            .get(session.path() + "/agreement")
            .send()
            .expect(200)
            .json()
            .path("agenda");
    for (int i = 0; i < PRECEDENTS; i++) {
      put(
          "/samples/" + agenda.path(i).path("sampleId").asText() + "/consensus",
          Map.of("ordinal", median(agenda.path(i).path("scores")), "reason", FreeText.PRECEDENT));
    }
  }

  private void decide() {
    for (JsonNode sample : session.samples(session.facilitator())) {
      if (!sample.path("decision").isObject()) {
        put("/decisions/" + sample.path("reviewId").asText(), decision(sample));
      }
    }
  }

  /** A review that was not scored blind keeps its rating: nothing speaks against it. */
  private static Map<String, Object> decision(JsonNode sample) {
    int original = sample.path("originalOrdinal").asInt();
    int read = sample.path("scores").isEmpty() ? original : median(sample.path("scores"));
    Map<String, Object> decision = new HashMap<>();
    if (read == original) {
      decision.put("decision", "CONFIRM");
      decision.put("reasonCode", "EVIDENCE_SUPPORTS");
      decision.put("reason", FreeText.CONFIRMED);
    } else {
      decision.put("decision", "ADJUST");
      decision.put("ordinal", read);
      decision.put("reasonCode", "EVIDENCE_SUPPORTS_ANOTHER_LEVEL");
      decision.put("reason", FreeText.adjusted(read, original));
    }
    return decision;
  }

  private void put(String where, Map<String, Object> what) {
    Api facilitator = session.facilitator();
    facilitator
        .put(session.path() + where)
        .ifMatch(facilitator.get(session.path()).send().expect(200).etag())
        .json(what)
        .send()
        .expect(200);
  }

  /** In the middle of three scores. */
  private static int median(JsonNode ascending) {
    return ascending.path(ascending.size() / 2).asInt();
  }

  private void adjusted() {
    List<JsonNode> samples = session.samples(session.facilitator());
    List<JsonNode> changed =
        samples.stream().filter(s -> s.at("/decision/kind").asText().equals("ADJUST")).toList();
    story.tell(
        "  %d of %d ratings adjusted%s"
            .formatted(changed.size(), samples.size(), changed.isEmpty() ? "" : ":"));
    for (JsonNode sample : changed) {
      Answer review =
          session
              .facilitator()
              .get("/v1/reviews/" + sample.path("reviewId").asText())
              .send()
              .expect(200);
      story.tell(
          "    %-22s %d → %d"
              .formatted(
                  review.at("/reviewee/name"),
                  sample.path("originalOrdinal").asInt(),
                  sample.at("/decision/ordinal").asInt()));
    }
  }

  private void lock() {
    if (session.state().equals("READY")) {
      new Decide(session.coFacilitator()).on(session.path(), "lock").expect(200);
    }
    Eventually.within(
        PATIENCE,
        "the reviews to carry the decisions",
        session::state,
        state -> state.equals("PUBLISHED"));
  }
}
