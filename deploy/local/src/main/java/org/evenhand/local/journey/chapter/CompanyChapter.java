package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.evenhand.local.company.Person;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Imports;
import org.evenhand.local.journey.api.StepFailed;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.telling.Story;

/** The company comes from its HRIS; the lead of HR says who serves which units. */
public final class CompanyChapter {
  private final Scene scene;
  private final Path organisation;

  public CompanyChapter(Scene scene, Path organisation) {
    this.scene = scene;
    this.organisation = organisation;
  }

  public void play() {
    Story story = scene.story();
    story.chapter("Linden Instruments, a company of %d".formatted(scene.company().people().size()));
    story.step(
        "The HRIS brings everybody: four units, three countries, three levels of managers",
        this::bring);
    List<Person> partners =
        scene.company().people().stream().filter(p -> !p.hrUnits().isEmpty()).toList();
    story.step(
        "Grace Okonkwo, who leads HR, says which units each of her %d partners serves"
            .formatted(partners.size()),
        () -> partners.forEach(this::assign));
    story.step(
        "Łukasz Wiśniewski signs in, and Evenhand knows who works for him", this::knowsTheLines);
  }

  private void bring() {
    new Imports(scene.api().asClient("evenhand-hris")).sendAll("/v1/org-imports", csv());
  }

  private String csv() {
    try {
      return Files.readString(organisation, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new StepFailed(organisation + " can't be read", e);
    }
  }

  private void assign(Person partner) {
    Api lead = scene.api().as("grace");
    String path = "/v1/hr-assignments/" + partner.externalId();
    Answer now = lead.get(path).send().expect(200);
    if (units(now).equals(partner.hrUnits())) {
      return;
    }
    String from = scene.today().toString();
    Answer assigned =
        lead.put(path)
            .ifMatch(now.etag())
            .json(
                Map.of(
                    "orgUnits",
                    partner.hrUnits().stream()
                        .map(unit -> Map.of("orgUnit", unit, "from", from))
                        .toList()))
            .send()
            .expect(200);
    if (!units(assigned).equals(partner.hrUnits())) {
      throw assigned.failed("the units " + partner.hrUnits());
    }
  }

  private static Set<String> units(Answer assignment) {
    Set<String> units = new TreeSet<>();
    for (JsonNode unit : assignment.json().path("orgUnits")) {
      units.add(unit.path("orgUnit").asText());
    }
    return units;
  }

  private void knowsTheLines() {
    Person lukasz = scene.person("lukasz");
    long reports =
        scene.company().people().stream()
            .filter(p -> p.managerExternalId().equals(lukasz.externalId()))
            .count();
    scene
        .as(lukasz)
        .get("/v1/me")
        .send()
        .expect(200)
        .expect("/name", lukasz.name())
        .expect("/reports", reports)
        .expect("/manager/externalId", lukasz.managerExternalId());
  }
}
