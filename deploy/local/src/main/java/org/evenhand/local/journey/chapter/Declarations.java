package org.evenhand.local.journey.chapter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Imports;
import org.evenhand.local.journey.api.StepFailed;
import org.evenhand.local.journey.scene.Scene;

/** What people of the sample company are said to have declared of their age: it is made up. */
public final class Declarations {
  static final String DIMENSION = "ageGroup";

  private static final String PLACE = "/v1/demographic-dimensions/" + DIMENSION;

  private final Scene scene;
  private final Path file;

  public Declarations(Scene scene, Path file) {
    this.scene = scene;
    this.file = file;
  }

  public void play() {
    scene
        .story()
        .step(
            "Grace lets age groups be looked at, with what allows it in each country",
            this::enable);
    scene.story().step("The HRIS brings what was declared; six declared nothing", this::bring);
  }

  private void enable() {
    Api grace = scene.api().as("grace");
    if (grace.get(PLACE).send().status() == 200) {
      return;
    }
    grace
        .put(PLACE)
        .json(
            Map.of(
                "label",
                "Age group",
                "values",
                List.of("Under 35", "35 to 54", "55 and over"),
                "countries",
                List.of(
                    basis("GB", "Equality Act 2010, s. 149"),
                    basis("IN", "Digital Personal Data Protection Act 2023, s. 6: consent"),
                    basis("NL", "GDPR, article 6(1)(a): consent"))))
        .send()
        .expect(201);
  }

  private void bring() {
    new Imports(scene.api().asClient("evenhand-hris")).sendOnceKnown("/v1/demographics", csv());
  }

  private String csv() {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new StepFailed(file + " can't be read", e);
    }
  }

  private static Map<String, String> basis(String country, String legalBasis) {
    return Map.of("country", country, "legalBasis", legalBasis);
  }
}
