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
import org.evenhand.local.journey.scene.PolicyRef;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.script.FreeText;
import org.evenhand.local.journey.script.PolicyText;
import org.evenhand.local.journey.telling.Story;

/** What fair means here: drafted, read by everybody, signed by both sides, in effect. */
public final class PolicyChapter {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Scene scene;
  private final Story story;

  public PolicyChapter(Scene scene) {
    this.scene = scene;
    this.story = scene.story();
  }

  /** The version that is in effect at the end. */
  public PolicyRef play() {
    story.chapter("First they agree on what fair means");
    PolicyRef policy =
        known()
            .orElseGet(
                () ->
                    story.step(
                        "Anneke ter Horst of HR drafts a policy: five levels, three weighted"
                            + " criteria, anchors, questions, two dated observations for any level"
                            + " off the middle",
                        this::draft));
    String state = policy.state(scene.api().as("anneke"));
    if (state.equals("EFFECTIVE")) {
      story.tell("The policy “" + PolicyText.NAME + "” is in effect since an earlier start.");
      new CharterChapter(scene).play();
      return policy;
    }
    if (state.equals("DRAFT")) {
      story.step(
          "The draft goes to all for comment",
          () ->
              decide("anneke").on(policy.path(), "consultation").expect("/state", "CONSULTATION"));
    }
    if (policy.state(scene.api().as("anneke")).equals("CONSULTATION")) {
      consult(policy);
    }
    new SignOffChapter(scene, policy).play();
    new CharterChapter(scene).play();
    return policy;
  }

  /** The version in force, though the next may be drafted; before there is one, the first. */
  private Optional<PolicyRef> known() {
    return Listing.all(scene.api().as("anneke"), "/v1/policies?").stream()
        .filter(policy -> policy.path("name").asText().equals(PolicyText.NAME))
        .findFirst()
        .map(
            policy ->
                new PolicyRef(
                    policy.path("id").asText(),
                    policy.path("inForce").asInt(policy.at("/latest/version").asInt())));
  }

  /** Policy-service learns of new employees a moment after the import. */
  private PolicyRef draft() {
    Answer drafted =
        Eventually.answered(
            PATIENCE,
            "policy-service to know Anneke",
            () -> scene.api().as("anneke").post("/v1/policies").json(PolicyText.content()).send(),
            201);
    drafted.expect("/state", "DRAFT");
    return new PolicyRef(drafted.at("/policyId"), drafted.json().path("version").asInt());
  }

  private void consult(PolicyRef policy) {
    if (comments(policy).isEmpty()) {
      story.step(
          "Joost de Vries, a manager, comments: “" + FreeText.SCENARIO + "”",
          () -> comment("joost", policy, "SCENARIO", "/evidence", FreeText.SCENARIO));
      story.step(
          "Penny Sharpe, an employee, comments: “" + FreeText.PITFALL + "”",
          () -> comment("penny", policy, "PITFALL", "/anchors/8", FreeText.PITFALL));
    }
    story.step(
        "Signing can't begin while a comment has no answer, and is refused",
        () ->
            decide("anneke")
                .on(policy.path(), "sign-off-opening", SignOffChapter.OPENING)
                .expectProblem(409, "dispositions-missing"));
    story.step(
        "Anneke rewrites the anchor of level 5, which now names listening: Penny's comment is taken"
            + " up, Joost's declined with the reason",
        () -> answerComments(policy));
  }

  private List<JsonNode> comments(PolicyRef policy) {
    return Listing.all(scene.api().as("anneke"), policy.path() + "/comments?");
  }

  private void comment(
      String username, PolicyRef policy, String kind, String pointer, String text) {
    Eventually.answered(
            PATIENCE,
            "policy-service to know " + username,
            () ->
                scene
                    .api()
                    .as(username)
                    .post(policy.path() + "/comments")
                    .json(Map.of("kind", kind, "pointer", pointer, "text", text))
                    .send(),
            201)
        .expect("/mine", true);
  }

  private void answerComments(PolicyRef policy) {
    Api anneke = scene.api().as("anneke");
    anneke
        .patch(policy.path())
        .ifMatch(anneke.get(policy.path()).send().expect(200).etag())
        .json(Map.of("anchors", PolicyText.anchors(true)))
        .send()
        .expect(200);
    for (JsonNode comment : comments(policy)) {
      boolean penny = comment.path("kind").asText().equals("PITFALL");
      decide("anneke")
          .on(
              policy.path() + "/comments/" + comment.path("id").asText(),
              "disposition",
              Map.of(
                  "outcome",
                  penny ? "TAKEN_UP" : "DECLINED",
                  "reason",
                  penny ? FreeText.TAKEN_UP : FreeText.DECLINED))
          .expect(200)
          .expect("/disposition/outcome", penny ? "TAKEN_UP" : "DECLINED");
    }
  }

  private Decide decide(String username) {
    return new Decide(scene.api().as(username));
  }
}
