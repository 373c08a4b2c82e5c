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
  private static final String TEMPLATE = "/v1/templates/CHARTER/charter";

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
                        "Anneke takes the charter of the starter kit into a draft, with Niamh as"
                            + " its owner: how many days a duty may take, who hears of it when it"
                            + " is late, and that both sides look at it each quarter",
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

  /** What the kit says, with what only the company can say. */
  private String draft() {
    Map<String, String> chosen =
        Map.of("owner", scene.id("niamh"), "inForceOn", scene.today().toString());
    return Eventually.answered(
            PATIENCE,
            "policy-service to know whom Niamh serves",
            () -> anneke().post(TEMPLATE + "/drafts?language=en").json(chosen).send(),
            201)
        .expect("/state", "DRAFT")
        .location();
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
}
