package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Decide;
import org.evenhand.local.journey.api.Eventually;
import org.evenhand.local.journey.api.Listing;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.scene.Tasks;
import org.evenhand.local.journey.script.FreeText;
import org.evenhand.local.journey.telling.Story;

/** After their result somebody plans what to learn, and the company owes what it takes. */
public final class PlanChapter {

  private static final String PLANS = "/v1/development-plans";
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int MONTHS = 6;

  private final Scene scene;
  private final Story story;

  public PlanChapter(Scene scene) {
    this.scene = scene;
    this.story = scene.story();
  }

  public void play() {
    story.chapter("What follows from a result");
    JsonNode begun = begun();
    String path = PLANS + "/" + begun.path("id").asText();
    if (begun.path("state").asText().equals("DRAFT")) {
      story.step(
          "May Long's result has begun a plan of what the next levels ask for; she says what she"
              + " would like to learn",
          () -> put(may(), path, "wish", Map.of("text", FreeText.LEARNING)));
      story.step(
          "Łukasz Wiśniewski proposes it, with a mentor whom he owes her and a seat that HR owes",
          () -> propose(path));
    }
    if (isOpen(may(), path, "agreeDevelopmentPlan")) {
      story.step("May agrees, and what the company owes has its day", () -> agree(path));
    }
    if (isOpen(niamh(), path, "deliverMeans")) {
      story.step(
          "Niamh O'Brien sees what is owed and gives the seat; of the words she reads none",
          () -> give(path));
    }
  }

  /** It comes a moment after the result. */
  private JsonNode begun() {
    return Eventually.within(
            PATIENCE,
            "a plan of May's result",
            () -> Listing.all(may(), PLANS + "?"),
            plans -> !plans.isEmpty())
        .get(0);
  }

  private static boolean isOpen(Api who, String path, String operation) {
    for (JsonNode open : who.get(path).send().expect(200).json().path("actions")) {
      if (open.asText().equals(operation)) {
        return true;
      }
    }
    return false;
  }

  private void propose(String path) {
    Answer seen = lukasz().get(path).send().expect(200);
    JsonNode gap = seen.json().path("gaps").path(0);
    LocalDate until = scene.today().plusMonths(MONTHS);
    Map<String, Object> action =
        Map.of(
            "kind",
            "MENTORING",
            "title",
            FreeText.LESSON,
            "gap",
            Map.of(
                "criterion",
                gap.path("criterion").asText(),
                "ordinal",
                gap.path("ordinal").asInt()),
            "measure",
            FreeText.MEASURE,
            "dueOn",
            until.minusMonths(1).toString(),
            "checkpoints",
            List.of(Map.of("on", until.minusMonths(3).toString())),
            "means",
            List.of(
                Map.of(
                    "kind",
                    "MENTOR",
                    "text",
                    FreeText.MENTOR,
                    "dueOn",
                    until.minusMonths(4).toString()),
                Map.of(
                    "kind", "SEAT", "dueOn", until.minusMonths(4).toString(), "deliverer", "HR")));
    put(
        lukasz(),
        path,
        "terms",
        Map.of(
            "terms",
            Map.of("aim", FreeText.AIM, "until", until.toString(), "actions", List.of(action))));
    new Decide(lukasz()).on(path, "proposal").expect(200).expect("/state", "PROPOSED");
  }

  private void agree(String path) {
    new Decide(may()).on(path, "agreement").expect(200).expect("/state", "ACTIVE");
    Tasks.expect(may(), "PLAN_AGREEMENT", 0);
    Tasks.expect(lukasz(), "MEANS", 1);
  }

  private void give(String path) {
    Answer seen = niamh().get(path).send().expect(200);
    for (String text : List.of(FreeText.AIM, FreeText.LESSON, FreeText.MENTOR, FreeText.LEARNING)) {
      if (seen.text().contains(text)) {
        throw seen.failed("nothing of what the two have written");
      }
    }
    for (JsonNode means : seen.json().path("means")) {
      if (means.path("deliverer").asText().equals("HR")) {
        new Decide(niamh())
            .on(path, "means/" + means.path("id").asText() + "/delivery")
            .expect(200);
      }
    }
  }

  private static void put(Api who, String path, String part, Object body) {
    who.put(path + "/" + part)
        .ifMatch(who.get(path).send().expect(200).etag())
        .json(body)
        .send()
        .expect(200);
  }

  private Api niamh() {
    return scene.api().as("niamh");
  }

  private Api may() {
    return scene.api().as("may");
  }

  private Api lukasz() {
    return scene.api().as("lukasz");
  }
}
