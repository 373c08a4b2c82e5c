package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Decide;
import org.evenhand.local.journey.api.Eventually;
import org.evenhand.local.journey.api.StepFailed;
import org.evenhand.local.journey.scene.PolicyRef;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.telling.Story;

/** HR and managers sign the same text, it is announced, and takes effect by itself. */
final class SignOffChapter {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final List<String> SIGNERS = List.of("lukasz", "zoe", "niamh");

  /** By externalId: Łukasz, Mark and Zoë. */
  static final Map<String, Object> OPENING =
      Map.of("managers", List.of("L006", "L004", "L005"), "quorum", 2);

  private final Scene scene;
  private final Story story;
  private final PolicyRef policy;

  SignOffChapter(Scene scene, PolicyRef policy) {
    this.scene = scene;
    this.story = scene.story();
    this.policy = policy;
  }

  void play() {
    if (state().equals("CONSULTATION")) {
      story.step(
          "Three managers are asked to sign, two of them have to; and somebody of HR who hasn't"
              + " written in it",
          this::open);
    }
    if (state().equals("SIGN_OFF")) {
      story.step(
          "Łukasz Wiśniewski and Zoë Brontë sign for the managers, Niamh O'Brien for HR: approved",
          this::sign);
    }
    if (state().equals("APPROVED")) {
      story.step(
          "Anneke announces it, with why and what to expect",
          () -> {
            announce();
          });
    }
    story.step(
        "It takes effect by itself on its day",
        () -> Eventually.within(PATIENCE, "the policy to take effect", this::state, this::binds));
    story.step(
        "Łukasz confirms that he was briefed, May Long that she has read it", this::acknowledge);
    story.step("May looks up by name who signed it: everybody may", this::lookUp);
  }

  private String state() {
    return policy.state(scene.api().as("anneke"));
  }

  private boolean binds(String state) {
    return state.equals("EFFECTIVE");
  }

  /** Policy-service must know the managers by now; if not, a moment later. */
  private void open() {
    Eventually.answered(
            PATIENCE,
            "policy-service to know the managers",
            () ->
                new Decide(scene.api().as("anneke")).on(policy.path(), "sign-off-opening", OPENING),
            200)
        .expect("/state", "SIGN_OFF");
  }

  /** Whoever hasn't signed yet does. */
  void sign() {
    Set<String> signed = signers();
    for (String username : SIGNERS) {
      Api signer = scene.api().as(username);
      Answer version = signer.get(policy.path()).send().expect(200);
      if (version.at("/state").equals("SIGN_OFF") && !signed.contains(scene.id(username))) {
        new Decide(signer)
            .on(
                policy.path(),
                "sign-offs",
                Map.of("decision", "SIGN", "contentHash", version.at("/contentHash")))
            .expect(200);
      }
    }
    scene.api().as("niamh").get(policy.path()).send().expect("/state", "APPROVED");
  }

  private Set<String> signers() {
    Set<String> signers = new HashSet<>();
    for (JsonNode round : chain().path("rounds")) {
      round.path("signatures").forEach(s -> signers.add(s.at("/signer/id").asText()));
    }
    return signers;
  }

  private JsonNode chain() {
    return scene.api().as("may").get(policy.path() + "/sign-offs").send().expect(200).json();
  }

  private void announce() {
    new Decide(scene.api().as("anneke"))
        .on(
            policy.path(),
            "announcement",
            Map.of(
                "rationale", "Until now each unit rated by its own lights",
                "expectedImpact", "The same work is rated alike, and everybody can read why",
                "effectiveOn", scene.today().toString()))
        .expect(200);
  }

  private void acknowledge() {
    Map<String, String> stages = Map.of("lukasz", "BRIEFED", "may", "INFORMED");
    stages.forEach(
        (username, stage) ->
            scene
                .api()
                .as(username)
                .post(policy.path() + "/acknowledgements")
                .json(Map.of("stage", stage))
                .send()
                .expect(201)
                .expect("/stage", stage));
  }

  /** Names may be missing for a moment. */
  private void lookUp() {
    JsonNode last =
        Eventually.within(
            PATIENCE,
            "the signers by name",
            () -> lastOf(chain().path("rounds")),
            round -> names(round).equals(namesOfSigners()));
    if (last.path("hrMissing").asBoolean()) {
      throw new StepFailed("expected a signature of HR, seen " + last);
    }
  }

  private static JsonNode lastOf(JsonNode rounds) {
    return rounds.path(rounds.size() - 1);
  }

  private static Set<String> names(JsonNode round) {
    Set<String> names = new HashSet<>();
    round.path("signatures").forEach(s -> names.add(s.at("/signer/name").asText()));
    return names;
  }

  private Set<String> namesOfSigners() {
    return SIGNERS.stream()
        .map(username -> scene.person(username).name())
        .collect(Collectors.toSet());
  }
}
