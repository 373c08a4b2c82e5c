package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.evenhand.local.company.Person;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Listing;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.script.FreeText;
import org.evenhand.local.journey.telling.Story;

/** A team says what of its leading helps it, and nobody learns who has said anything. */
final class UpwardChapter {

  private static final String ROUNDS = "/v1/upward-rounds";
  private static final int WRITERS = 4;
  private static final int DAYS = 10;

  private final Scene scene;
  private final Story story;

  UpwardChapter(Scene scene) {
    this.scene = scene;
    this.story = scene.story();
  }

  void play() {
    Person lukasz = scene.person("lukasz");
    Api above = scene.as(scene.employee(lukasz.managerExternalId()));
    List<Person> team = team(lukasz).limit(WRITERS).toList();
    String path =
        story.step(
            "Whoever leads Łukasz Wiśniewski asks all who report to him what of his leading helps"
                + " them; the round closes in %d days".formatted(DAYS),
            () -> open(above));
    story.step(
        "%d of them write; each is told before from how many answers on any are shown"
            .formatted(team.size()),
        () -> team.forEach(person -> write(path, scene.as(person))));
    story.step(
        "Neither he nor whoever asked, nor Grace, reads an answer, or how many there are",
        () -> requireUnread(path, above));
  }

  private Stream<Person> team(Person lead) {
    return scene.company().people().stream()
        .filter(person -> lead.externalId().equals(person.managerExternalId()));
  }

  private String open(Api above) {
    List<JsonNode> open = Listing.all(above, ROUNDS + "?state=OPEN");
    return ROUNDS
        + "/"
        + (open.isEmpty()
            ? above
                .post(ROUNDS)
                .json(
                    Map.of(
                        "managerId",
                        scene.id("lukasz"),
                        "closesOn",
                        scene.today().plusDays(DAYS).toString()))
                .send()
                .expect(201)
                .at("/id")
            : open.get(0).path("id").asText());
  }

  private static void write(String path, Api writer) {
    Answer form = writer.get(path + "/answers").send().expect(200).expect("/least", 3);
    writer
        .put(path + "/answers")
        .ifMatch(form.etag())
        .json(Map.of("answers", List.of(Map.of("question", 1, "text", FreeText.UPWARD))))
        .send()
        .expect(200, 204);
    writer.get(path + "/answers").send().expect(200).expect("/answers/0/text", FreeText.UPWARD);
  }

  private void requireUnread(String path, Api above) {
    for (Api reader : List.of(scene.api().as("lukasz"), above, scene.api().as("grace"))) {
      Answer seen = reader.get(path).send().expect(200);
      JsonNode first = seen.json().at("/questions/0");
      if (seen.text().contains(FreeText.UPWARD)
          || seen.json().hasNonNull("shown")
          || first.hasNonNull("answers")) {
        throw seen.failed("no answer, and not how many there are");
      }
    }
  }
}
