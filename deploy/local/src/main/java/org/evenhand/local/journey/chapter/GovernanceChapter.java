package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Decide;
import org.evenhand.local.journey.api.Listing;
import org.evenhand.local.journey.api.StepFailed;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.scene.Tasks;
import org.evenhand.local.journey.script.FreeText;
import org.evenhand.local.journey.telling.Story;

/** HR and managers look together at how it went, and decide. */
public final class GovernanceChapter {
  private static final String REVIEWS = "/v1/governance-reviews";
  private static final String SIGNED = "SIGNED";

  private final Scene scene;
  private final Story story;

  public GovernanceChapter(Scene scene) {
    this.scene = scene;
    this.story = scene.story();
  }

  /** Whether an earlier start came to the end of this chapter. */
  public static boolean isOver(Api reader) {
    return first(reader).path("state").asText().equals(SIGNED);
  }

  public void play() {
    story.chapter("Both sides look back, and decide");
    String path = REVIEWS + "/" + first(niamh()).path("id").asText();
    if (isOver(niamh())) {
      return;
    }
    if (!first(niamh()).path("state").asText().equals("HELD")) {
      prepare(path);
    }
    story.step(
        "Without a manager it isn't held",
        () -> record(path, List.of("L013", "L003")).expectProblem(409, "quorum-missing"));
    story.step(
        "Łukasz Wiśniewski and Zoë Brontë are there for the managers; they decide one thing",
        () -> record(path, List.of("L013", "L006", "L005")).expect(200).expect("/state", "HELD"));
    story.step(
        "Niamh and Zoë sign the minutes; from then on everybody reads them",
        () -> {
          sign(niamh(), path);
          sign(scene.api().as("zoe"), path).expect("/state", SIGNED);
          scene
              .api()
              .as("may")
              .get(path)
              .send()
              .expect(200)
              .expect("/minutes/text", FreeText.MINUTES)
              .expect("/decisions/0/state", "OPEN");
        });
    story.step(
        "What was decided is a task of Niamh's, with its day", () -> carriedOut(niamh(), path));
  }

  private void prepare(String path) {
    Answer prepared =
        story.step(
            "Niamh O'Brien prepares the review: its agenda is what waits now, frozen",
            () -> new Decide(niamh()).on(path, "preparation").expect(200));
    JsonNode items = prepared.json().at("/agenda/items");
    topics(items).forEach((topic, many) -> story.tell("  %-24s %d".formatted(topic, many)));
    story.step(
        "They read how many managers have trained, as a number and without a name",
        () -> trained(items));
  }

  private void trained(JsonNode items) {
    for (JsonNode item : items) {
      if (item.path("topic").asText().equals("TRAINING")
          && item.path("side").asText().equals("MANAGER")
          && item.path("aspect").asText().equals("DONE")) {
        story.tell("  " + item.path("count").asInt());
        return;
      }
    }
    throw new StepFailed("expected the agenda to say how many managers have trained");
  }

  private static void carriedOut(Api niamh, String path) {
    Tasks.expect(niamh, "DECISION_ACTION", 1);
    new Decide(niamh)
        .on(path, "decisions/1/completion")
        .expect(200)
        .expect("/decisions/0/state", "DONE");
    Tasks.expect(niamh, "DECISION_ACTION", 0);
  }

  private Answer record(String path, List<String> present) {
    LocalDate today = scene.today();
    Answer read = niamh().get(path).send().expect(200);
    return niamh()
        .put(path + "/minutes")
        .ifMatch(read.etag())
        .json(
            Map.of(
                "heldOn", today.toString(),
                "agendaHash", read.at("/agenda/hash"),
                "present", present,
                "text", FreeText.MINUTES,
                "decisions",
                    List.of(
                        Map.of(
                            "text",
                            FreeText.DECISION,
                            "side",
                            "HR",
                            "responsible",
                            "L013",
                            "dueOn",
                            today.plusDays(30).toString()))))
        .send();
  }

  private static Answer sign(Api who, String path) {
    String hash = who.get(path).send().expect(200).at("/minutes/hash");
    return new Decide(who).on(path, "signatures", Map.of("minutesHash", hash)).expect(200);
  }

  private static Map<String, Integer> topics(JsonNode items) {
    Map<String, Integer> topics = new TreeMap<>();
    items.forEach(item -> topics.merge(item.path("topic").asText(), 1, Integer::sum));
    return topics;
  }

  private static JsonNode first(Api reader) {
    return Listing.all(reader, REVIEWS + "?").stream()
        .findFirst()
        .orElseThrow(() -> new StepFailed("expected a review of governance, seen none"));
  }

  private Api niamh() {
    return scene.api().as("niamh");
  }
}
