package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.evenhand.local.journey.telling.Story;

/** Both sides sign how long duties may take, and who hears of it when one is late. */
final class CharterChapter {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final List<Map<String, Object>> UP_THE_LINE =
      List.of(step("NEXT_UP", 2), step("HR", 3), step("HR_LEAD", 5));

  private static final List<Map<String, Object>> TERMS =
      List.of(
          Map.of("kind", "SELF_REVIEW", "workingDays", 5, "path", UP_THE_LINE),
          Map.of("kind", "REVIEW", "workingDays", 10, "path", UP_THE_LINE),
          Map.of("kind", "DISPOSITION", "workingDays", 5, "path", List.of(step("HR_LEAD", 2))));

  private final Scene scene;
  private final Story story;

  CharterChapter(Scene scene) {
    this.scene = scene;
    this.story = scene.story();
  }

  void play() {
    Optional<JsonNode> known = latest();
    if (known.filter(charter -> state(charter).equals("IN_FORCE")).isPresent()) {
      story.tell("The charter is in force since an earlier start.");
      return;
    }
    String path =
        known
            .map(charter -> "/v1/charters/" + charter.path("id").asText())
            .orElseGet(
                () ->
                    story.step(
                        "Anneke drafts a charter: how many days a duty may take, who hears of it"
                            + " when it is late, and that both sides look at it each quarter",
                        this::draft));
    story.step(
        "Łukasz Wiśniewski and Zoë Brontë, of different units, sign it for the managers, Niamh"
            + " O'Brien for HR: it is in force, and duties follow it",
        () -> sign(path));
  }

  private Optional<JsonNode> latest() {
    List<JsonNode> all = Listing.all(anneke(), "/v1/charters?");
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  private String draft() {
    Map<String, Object> charter =
        Map.of(
            "inForceOn",
            scene.today().toString(),
            "owner",
            scene.id("niamh"),
            "reviewInterval",
            "P3M",
            "quorum",
            2,
            "terms",
            TERMS);
    return "/v1/charters/"
        + Eventually.answered(
                PATIENCE,
                "policy-service to know whom Niamh serves",
                () -> anneke().post("/v1/charters").json(charter).send(),
                201)
            .expect("/state", "DRAFT")
            .at("/id");
  }

  private void sign(String path) {
    if (state(read(path)).equals("DRAFT")) {
      new Decide(anneke())
          .on(path, "sign-off-opening", Map.of("managers", List.of("L006", "L004", "L005")))
          .expect(200);
    }
    for (String username : List.of("lukasz", "zoe", "niamh")) {
      if (state(read(path)).equals("SIGN_OFF")) {
        signAs(username, path);
      }
    }
    Eventually.within(
        PATIENCE,
        "the charter to be in force",
        () -> read(path),
        charter -> state(charter).equals("IN_FORCE"));
  }

  /** An earlier start may have stopped after their signature. */
  private void signAs(String username, String path) {
    Answer answer =
        new Decide(scene.api().as(username))
            .on(
                path,
                "sign-offs",
                Map.of("decision", "SIGN", "contentHash", read(path).path("contentHash").asText()));
    if (answer.status() != 409) {
      answer.expect(200);
    }
  }

  private JsonNode read(String path) {
    return anneke().get(path).send().expect(200).json();
  }

  private Api anneke() {
    return scene.api().as("anneke");
  }

  private static String state(JsonNode charter) {
    return charter.path("state").asText();
  }

  private static Map<String, Object> step(String to, int workingDays) {
    return Map.of("to", to, "workingDays", workingDays);
  }
}
