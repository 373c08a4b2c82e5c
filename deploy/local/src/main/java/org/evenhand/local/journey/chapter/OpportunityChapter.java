package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Decide;
import org.evenhand.local.journey.api.Listing;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.script.FreeText;
import org.evenhand.local.journey.telling.Story;

/**
 * A stretch assignment is open to all who are eligible by a rule, and a mentor to whoever asks.
 * People have ten working days to apply, so that who was chosen and why comes in {@link
 * LaterChapter}.
 */
final class OpportunityChapter {

  private static final String OPPORTUNITIES = "/v1/opportunities";
  private static final String APPLICATIONS = "/v1/opportunity-applications";
  private static final String MENTORINGS = "/v1/mentorings";
  private static final List<String> APPLICANTS = List.of("fatima", "rose", "june");
  private static final int DAYS = 30;

  private final Scene scene;
  private final Story story;

  OpportunityChapter(Scene scene) {
    this.scene = scene;
    this.story = scene.story();
  }

  void play() {
    String path =
        story.step(
            "Łukasz Wiśniewski posts a stretch assignment to the whole company, with what is sought"
                + " and how much each of it counts",
            this::post);
    story.step(
        "Three of other teams apply; whoever leads them finds nothing of it",
        () -> APPLICANTS.forEach(who -> apply(path, who)));
    story.step(
        "Rose Miller offers an hour a week as a mentor, May Long asks her, and Rose agrees",
        this::mentor);
  }

  private String post() {
    return OPPORTUNITIES
        + "/"
        + Listing.all(lukasz(), OPPORTUNITIES + "?state=POSTED").stream()
            .findFirst()
            .map(known -> known.path("id").asText())
            .orElseGet(this::begin);
  }

  private String begin() {
    String id =
        lukasz()
            .post(OPPORTUNITIES)
            .json(
                Map.of(
                    "kind",
                    "STRETCH",
                    "orgUnit",
                    scene.person("lukasz").orgUnit(),
                    "terms",
                    Map.of(
                        "title",
                        FreeText.STRETCH,
                        "description",
                        FreeText.STRETCH_DAYS,
                        "workLocation",
                        "Leeds",
                        "criteria",
                        List.of(
                            Map.of("key", "craft", "text", FreeText.SOUGHT, "weight", 60),
                            Map.of("key", "together", "text", FreeText.SOUGHT_TOO, "weight", 40)))))
            .send()
            .expect(201)
            .at("/id");
    new Decide(lukasz())
        .on(
            OPPORTUNITIES + "/" + id,
            "posting",
            Map.of("openUntil", scene.today().plusDays(DAYS).toString()))
        .expect(200)
        .expect("/state", "POSTED");
    return id;
  }

  private void apply(String path, String username) {
    Api who = scene.api().as(username);
    List<JsonNode> own = Listing.all(who, APPLICATIONS + "?");
    if (own.isEmpty()) {
      new Decide(who)
          .on(path, "applications", Map.of("statement", FreeText.APPLICATION))
          .expect(201)
          .expect("/state", "ELIGIBLE");
      own = Listing.all(who, APPLICATIONS + "?");
    }
    Api above = scene.as(scene.employee(scene.person(username).managerExternalId()));
    above.get(APPLICATIONS + "/" + own.get(0).path("id").asText()).send().expect(404);
    Answer seen = above.get(path).send().expect(200);
    if (seen.text().contains(scene.person(username).givenName())) {
      throw seen.failed("nobody who has applied");
    }
  }

  private void mentor() {
    Api rose = scene.api().as("rose");
    Api may = scene.api().as("may");
    if (!Listing.all(may, MENTORINGS + "?").isEmpty()) {
      return;
    }
    if (rose.get("/v1/mentors/me").send().status() == 404) {
      rose.put("/v1/mentors/me")
          .json(Map.of("skills", List.of("returns"), "languages", List.of("en"), "capacity", 1))
          .send()
          .expect(200, 201);
    }
    String id =
        may.post(MENTORINGS)
            .json(Map.of("mentorId", scene.id("rose"), "topic", FreeText.TOPIC))
            .send()
            .expect(201)
            .at("/id");
    new Decide(rose).on(MENTORINGS + "/" + id, "agreement").expect(200).expect("/state", "AGREED");
  }

  private Api lukasz() {
    return scene.api().as("lukasz");
  }
}
