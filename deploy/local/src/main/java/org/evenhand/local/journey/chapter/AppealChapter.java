package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Decide;
import org.evenhand.local.journey.api.Eventually;
import org.evenhand.local.journey.api.Listing;
import org.evenhand.local.journey.scene.CycleRef;
import org.evenhand.local.journey.scene.Reviews;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.scene.Tasks;
import org.evenhand.local.journey.script.FreeText;
import org.evenhand.local.journey.telling.Story;

/** Somebody questions their result, and three who had no part in it judge anew. */
public final class AppealChapter {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String APPEALS = "/v1/appeals";

  /** Of other units than Bill's; none sat in the session about it. */
  private static final List<String> PANEL = List.of("zoe", "joost", "faith");

  /** Before the panel; after it the appeal is decided, one way or another. */
  private static final Set<String> BEFORE_PANEL = Set.of("FILED", "SCREENED", "MANAGER_RESPONSE");

  private final Scene scene;
  private final Story story;

  public AppealChapter(Scene scene) {
    this.scene = scene;
    this.story = scene.story();
  }

  public void play() {
    story.chapter("A result is questioned");
    JsonNode review = Reviews.own(bill());
    Optional<JsonNode> known = Listing.all(bill(), APPEALS + "?").stream().findFirst();
    String path =
        known
            .map(appeal -> APPEALS + "/" + appeal.path("id").asText())
            .orElseGet(
                () ->
                    story.step(
                        "Bill Young appeals; whoever reads his rating sees that it is questioned",
                        () -> file(review)));
    if (BEFORE_PANEL.contains(state(bill(), path))) {
      story.step(
          "Niamh O'Brien admits it, Łukasz Wiśniewski answers, and three of other units are named",
          () -> convene(path));
    }
    if (state(bill(), path).equals("PANEL")) {
      judge(path);
    }
    story.step("Bill reads what was decided, and who saw it otherwise", () -> read(path));
    story.step("The HRIS reads the rating as it is now", () -> hrisReads(review, false));
  }

  private String file(JsonNode review) {
    String id =
        bill()
            .post(APPEALS)
            .idempotencyKey("appeal-" + review.path("id").asText())
            .json(
                Map.of(
                    "reviewId",
                    review.path("id").asText(),
                    "grounds",
                    List.of("EVIDENCE"),
                    "statement",
                    FreeText.APPEAL))
            .send()
            .expect(201)
            .expect("/state", "FILED")
            .at("/id");
    hrisReads(review, true);
    return APPEALS + "/" + id;
  }

  private void convene(String path) {
    Api niamh = scene.api().as("niamh");
    Api lukasz = scene.api().as("lukasz");
    if (state(niamh, path).equals("FILED")) {
      Tasks.expect(niamh, "APPEAL_SCREENING", 1);
      new Decide(niamh)
          .on(path, "screening", Map.of("admitted", true, "reason", FreeText.ADMITTED))
          .expect(200)
          .expect("/state", "SCREENED");
    }
    if (state(niamh, path).equals("SCREENED")) {
      new Decide(lukasz)
          .on(path, "response", Map.of("text", FreeText.RESPONSE))
          .expect(200)
          .expect("/state", "MANAGER_RESPONSE");
    }
    new Decide(niamh)
        .on(path, "panel", Map.of("members", PANEL.stream().map(scene::id).toList()))
        .expect(200)
        .expect("/state", "PANEL");
  }

  private void judge(String path) {
    if (isOpen("niamh", path, "checkEvidence")) {
      story.step(
          "Niamh reads the redacted evidence first: nothing in it tells whose it is",
          () ->
              new Decide(scene.api().as("niamh"))
                  .on(path, "evidence-check", Map.of("passages", List.of()))
                  .expect(200));
    }
    int level = Reviews.own(bill()).path("ordinal").asInt();
    story.step(
        "Zoë Brontë, Joost de Vries and Faith Mbeki score it, each alone and without knowing of"
            + " whom they read",
        () -> PANEL.forEach(member -> score(member, path, level)));
    story.step(
        "They hear both sides; two vote for level %d, one for what it was".formatted(level + 1),
        () -> decide(path, level + 1));
  }

  private void score(String member, String path, int level) {
    Answer seen = scene.api().as(member).get(path).send().expect(200);
    if (!isOpen(member, path, "scoreAppeal")) {
      return;
    }
    for (String telling : List.of("Bill", "Young", "Łukasz", FreeText.APPEAL, FreeText.RESPONSE)) {
      if (seen.text().contains(telling)) {
        throw seen.failed("evidence without “" + telling + "”");
      }
    }
    new Decide(scene.api().as(member))
        .on(path, "score", Map.of("ordinal", level, "reason", FreeText.SCORE))
        .expect(200);
  }

  private void decide(String path, int higher) {
    if (isOpen("zoe", path, "recordHearing")) {
      put(
          "zoe",
          path + "/hearing",
          path,
          Map.of("heldOn", scene.today().toString(), "note", FreeText.HEARING));
    }
    Map<String, Object> change =
        Map.of("choice", "CHANGE", "ordinal", higher, "reason", FreeText.VOTE);
    put("zoe", path + "/vote", path, change);
    put("joost", path + "/vote", path, change);
    put("faith", path + "/vote", path, Map.of("choice", "CONFIRM", "reason", FreeText.DISSENT));
  }

  private void put(String member, String part, String path, Map<String, Object> body) {
    Api api = scene.api().as(member);
    api.put(part).ifMatch(api.get(path).send().expect(200).etag()).json(body).send().expect(200);
  }

  private void read(String path) {
    Answer decided =
        bill()
            .get(path)
            .send()
            .expect(200)
            .expect("/state", "RATING_CHANGED")
            .expect("/decision/dissent/0", FreeText.DISSENT);
    story.tell(
        "  level %d became %d"
            .formatted(
                decided.json().path("level").asInt(),
                decided.json().at("/decision/ordinal").asInt()));
    JsonNode review = Reviews.own(bill());
    if (review.path("state").asText().equals("SHARED")) {
      new Decide(bill()).on(Reviews.path(review), "acknowledgement", Map.of()).expect(200);
    }
  }

  private void hrisReads(JsonNode review, boolean underAppeal) {
    int ordinal = Reviews.own(bill()).path("ordinal").asInt();
    Eventually.within(
        PATIENCE,
        "the HRIS to read a rating of %d that is%s under appeal"
            .formatted(ordinal, underAppeal ? "" : " not"),
        () -> Listing.all(scene.api().asClient("evenhand-hris"), CycleRef.RATINGS),
        ratings ->
            ratings.stream()
                .filter(rating -> rating.path("reviewId").equals(review.path("id")))
                .anyMatch(
                    rating ->
                        rating.path("underAppeal").asBoolean() == underAppeal
                            && rating.path("ordinal").asInt() == ordinal));
  }

  private boolean isOpen(String username, String path, String action) {
    for (JsonNode open :
        scene.api().as(username).get(path).send().expect(200).json().path("actions")) {
      if (open.asText().equals(action)) {
        return true;
      }
    }
    return false;
  }

  private static String state(Api reader, String path) {
    return reader.get(path).send().expect(200).at("/state");
  }

  private Api bill() {
    return scene.api().as("bill");
  }
}
