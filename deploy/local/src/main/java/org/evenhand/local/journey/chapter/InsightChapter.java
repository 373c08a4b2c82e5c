package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Eventually;
import org.evenhand.local.journey.api.Listing;
import org.evenhand.local.journey.scene.CycleRef;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.script.SessionPlan;
import org.evenhand.local.journey.telling.GuidanceLine;
import org.evenhand.local.journey.telling.Story;

/** What analytics has counted meanwhile, and what it refuses to show. */
public final class InsightChapter {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String CYCLE = "?cycle=" + CycleRef.KEY;

  private final Scene scene;
  private final Story story;

  public InsightChapter(Scene scene) {
    this.scene = scene;
    this.story = scene.story();
  }

  public void play() {
    story.chapter("What the company learns of itself");
    int shared = Listing.all(scene.api().asClient("evenhand-hris"), "/v1/ratings" + CYCLE).size();
    completion(
        story.step(
            "Analytics has counted %d shared results".formatted(shared), () -> completed(shared)));
    Answer distribution =
        story.step(
            "and published how the levels are distributed, before and after calibration",
            this::distributed);
    distribution(distribution);
    new GuidanceLine(distribution, group(distribution, 1, "engineering")).tell(story);
    story.step("It says how far the raters of each session agreed", this::agreement);
    story.step(
        "A system without Kafka reads the shared results over HTTP, each once; Grace may not",
        () -> overHttp(shared));
    story.step(
        "Łukasz sees the ratings that he gave; all units are not his to see", this::managerLooks);
  }

  /** Waits until no event is under way any more. */
  private Answer completed(int shared) {
    return Eventually.within(
        PATIENCE,
        "analytics to count %d shared results".formatted(shared),
        () -> grace().get("/v1/completion" + CYCLE + "&by=orgUnit").send(),
        answer -> answer.status() == 200 && sum(answer, "shared") == shared);
  }

  private static int sum(Answer completion, String stage) {
    int sum = 0;
    for (JsonNode group : completion.json().path("groups")) {
      sum += group.path(stage).asInt();
    }
    return sum;
  }

  private void completion(Answer seen) {
    story.tell("");
    story.tell(
        "%-14s %7s %10s %11s %15s %7s"
            .formatted("unit", "opened", "submitted", "calibrated", "not calibrated", "shared"));
    for (JsonNode group : seen.json().path("groups")) {
      story.tell(
          "%-14s %7d %10d %11d %15d %7d"
              .formatted(
                  group.path("value").asText(),
                  group.path("opened").asInt(),
                  group.path("submitted").asInt(),
                  group.path("calibrated").asInt(),
                  group.path("notCalibrated").asInt(),
                  group.path("shared").asInt()));
    }
    story.tell("");
  }

  private Answer distributed() {
    Answer seen = byUnit("constance");
    JsonNode before = group(seen, 0, "engineering");
    JsonNode after = group(seen, 1, "engineering");
    if (before.path("levels").equals(after.path("levels"))
        || before.path("people").asInt() != after.path("people").asInt()) {
      throw seen.failed("engineering's levels to have changed, and its people not");
    }
    if (!group(seen, 1, "people").path("suppressed").asBoolean()) {
      throw seen.failed("HR's own unit to be too small to be shown to the auditor");
    }
    if (group(byUnit("grace"), 1, "people").path("suppressed").asBoolean()) {
      throw seen.failed("every unit to be open to an HR lead, who may read the reviews");
    }
    return seen;
  }

  /** As it was last published. */
  private Answer byUnit(String who) {
    return scene
        .api()
        .as(who)
        .get("/v1/distributions" + CYCLE + "&by=orgUnit")
        .send()
        .expect(200)
        .expect("/phases/1/state", "SHOWN");
  }

  private static JsonNode group(Answer distribution, int phase, String unit) {
    for (JsonNode group : distribution.json().at("/phases/" + phase + "/groups")) {
      if (group.path("value").asText().equals(unit)) {
        return group;
      }
    }
    throw distribution.failed("a group " + unit);
  }

  private void distribution(Answer seen) {
    String rule = "";
    story.tell("");
    story.tell("%-14s %-7s   level 1    2    3    4    5".formatted("unit", ""));
    for (JsonNode group : seen.json().at("/phases/0/groups")) {
      String unit = group.path("value").asText();
      JsonNode after = group(seen, 1, unit);
      if (group.path("suppressed").asBoolean() || after.path("suppressed").asBoolean()) {
        rule = after.path("rule").asText();
        story.tell("%-14s too few people, or kept back to protect them".formatted(unit));
      } else {
        story.tell("%-14s before     %s".formatted(unit, levels(group)));
        story.tell("%-14s after      %s".formatted("", levels(after)));
      }
    }
    story.tell("(" + rule + ")");
    story.tell("");
  }

  private static String levels(JsonNode group) {
    List<String> counts = new ArrayList<>();
    for (JsonNode level : group.path("levels")) {
      counts.add("%5d".formatted(level.path("people").asInt()));
    }
    return String.join("", counts);
  }

  private void agreement() {
    Answer seen =
        Eventually.within(
            PATIENCE,
            "the agreement of both sessions",
            () -> grace().get("/v1/agreement" + CYCLE).send().expect(200),
            answer -> answer.json().path("sessions").size() == SessionPlan.ALL.size());
    for (JsonNode session : seen.json().path("sessions")) {
      story.tell(
          "  alpha %.1f on %d samples: %s"
              .formatted(
                  session.path("alpha").asDouble(),
                  session.path("samples").asInt(),
                  session.path("level").asText()));
    }
  }

  private void overHttp(int shared) {
    EventsOverHttp events = new EventsOverHttp(scene.api().asClient("evenhand-insight"));
    events.requireShared(shared);
    events.requireClosedTo(grace());
  }

  private void managerLooks() {
    Api lukasz = scene.api().as("lukasz");
    lukasz
        .get("/v1/distributions" + CYCLE)
        .send()
        .expect(200)
        .expect("/scope", "OWN")
        .expect("/phases/0/state", "SHOWN");
    lukasz.get("/v1/distributions" + CYCLE + "&by=orgUnit").send().expect(403, 422);
  }

  private Api grace() {
    return scene.api().as("grace");
  }
}
