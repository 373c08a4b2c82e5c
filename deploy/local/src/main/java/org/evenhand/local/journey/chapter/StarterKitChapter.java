package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Decide;
import org.evenhand.local.journey.api.Eventually;
import org.evenhand.local.journey.api.Listing;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.telling.Story;

/** HR begins with texts that are there. The charter of the kit is taken where it is signed. */
public final class StarterKitChapter {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String TEMPLATES = "/v1/templates?language=en";

  private final Scene scene;
  private final Story story;

  public StarterKitChapter(Scene scene) {
    this.scene = scene;
    this.story = scene.story();
  }

  public void play() {
    story.chapter("HR begins with texts that are there");
    List<JsonNode> templates =
        story.step(
            "Anneke ter Horst of HR finds a policy, a charter, guides and checklists, in English"
                + " and German",
            this::templates);
    JsonNode policy = of(templates, "POLICY").get(0);
    if (!isTaken(policy)) {
      story.step(
          "She takes the policy into a draft and nothing is missing in it; Linden writes its own,"
              + " so she withdraws it",
          () -> tryOut(policy));
    }
    story.step(
        "She takes guides to four hard conversations, and Łukasz Wiśniewski signs them for the"
            + " managers",
        () -> of(templates, "CONVERSATION_GUIDE").forEach(this::agree));
    story.step(
        "She takes a checklist for each occasion",
        () -> of(templates, "CHECKLIST_TEMPLATE").forEach(this::take));
  }

  /** Policy-service learns of new employees a moment after the import. */
  private List<JsonNode> templates() {
    Eventually.within(
        PATIENCE,
        "all templates",
        () -> anneke().get(TEMPLATES).send().expect(200),
        page -> page.json().path("missing").isEmpty());
    anneke().get("/v1/templates?language=de").send().expect("/items/0/language", "de");
    return Listing.all(anneke(), TEMPLATES);
  }

  private static List<JsonNode> of(List<JsonNode> templates, String kind) {
    return templates.stream()
        .filter(template -> template.path("kind").asText().equals(kind))
        .toList();
  }

  /** By its name, as there may be as many policies as one likes. */
  private boolean isTaken(JsonNode template) {
    String name =
        anneke().get(template.at("/links/self").asText()).send().expect(200).at("/body/name");
    return Listing.all(anneke(), "/v1/policies?").stream()
        .anyMatch(policy -> policy.path("name").asText().equals(name));
  }

  private void tryOut(JsonNode template) {
    String draft = taken(template).expect("/state", "DRAFT").location();
    anneke().get(draft + "/readiness").send().expect("/ready", true);
    new Decide(anneke())
        .on(draft, "withdrawal", Map.of("reason", "We write our own"))
        .expect("/state", "WITHDRAWN");
  }

  /** An earlier start may have stopped before the signature. */
  private void agree(JsonNode template) {
    take(template);
    String guide = "/v1/conversation-guides/" + constant(template.path("key").asText());
    Api lukasz = scene.api().as("lukasz");
    if (lukasz.get(guide).send().expect(200).json().path("draft").isObject()) {
      new Decide(lukasz).on(guide, "signature").expect(200);
    }
  }

  private static String constant(String key) {
    return key.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** Nothing is taken where an earlier start has taken it. */
  private void take(JsonNode template) {
    if (!template.path("actions").isEmpty()) {
      taken(template);
    }
  }

  private Answer taken(JsonNode template) {
    return anneke()
        .post(template.at("/links/drafts").asText())
        .idempotencyKey(UUID.randomUUID().toString())
        .send()
        .expect(201);
  }

  private Api anneke() {
    return scene.api().as("anneke");
  }
}
