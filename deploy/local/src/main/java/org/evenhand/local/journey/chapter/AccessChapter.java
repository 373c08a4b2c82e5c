package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Eventually;
import org.evenhand.local.journey.api.Imports;
import org.evenhand.local.journey.api.StepFailed;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.telling.AccessTable;
import org.evenhand.local.journey.telling.Story;

/** How far each age group came with the stretch assignments of a past year, by file. */
public final class AccessChapter {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String IMPORTS = "/v1/opportunity-imports";
  private static final String AUDIT =
      "/v1/access-audits?kind=STRETCH&year=2025&dimension=" + Declarations.DIMENSION;

  private final Scene scene;
  private final Path file;
  private final Story story;

  public AccessChapter(Scene scene, Path file) {
    this.scene = scene;
    this.file = file;
    this.story = scene.story();
  }

  public void play() {
    story.chapter("Who comes how far");
    if (audit().at("/state").equals("NOT_PUBLISHED")) {
      story.step(
          "The HRIS brings three stretch assignments of last year, after a dry run: who could"
              + " apply, applied, was assessed, was selected",
          this::bring);
    }
    Answer audit =
        story.step(
            "Analytics publishes the year once nothing more of it comes, and Grace reads it",
            this::published);
    new AccessTable(story).tell(audit.json());
    story.step("A group of four is named without figures", () -> hides(audit));
    story.step("Another file about that year is told that it comes too late", this::refused);
  }

  private void bring() {
    Imports imports = new Imports(scene.api().asClient("evenhand-hris"));
    imports.sendAll(IMPORTS + "?dryRun=true", csv());
    imports.sendAll(IMPORTS, csv());
  }

  private Answer published() {
    return Eventually.within(
        PATIENCE,
        "the access audit of the year",
        this::audit,
        answer -> !answer.at("/state").equals("NOT_PUBLISHED"));
  }

  private void hides(Answer audit) {
    int shown = 0;
    for (JsonNode group : audit.json().path("groups")) {
      boolean hidden = group.path("suppressed").asBoolean();
      if (hidden == group.has("reached")
          || group.path("value").asText().equals("Under 35") && !hidden) {
        throw audit.failed("no figure of a small group");
      }
      shown += hidden ? 0 : 1;
    }
    if (shown < 2) {
      throw audit.failed("figures of both large groups");
    }
  }

  private void refused() {
    String late = csv().replace("LI-2025-", "LI-2025-more-");
    Eventually.within(
        PATIENCE,
        "review-service to know that the year is published",
        () -> scene.api().asClient("evenhand-hris").post(IMPORTS + "?dryRun=true").csv(late).send(),
        answer ->
            answer
                .expect(207)
                .json()
                .at("/results/0/errors/0/detail")
                .asText()
                .contains("audits were published"));
  }

  private Answer audit() {
    return scene.api().as("grace").get(AUDIT).send().expect(200);
  }

  private String csv() {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new StepFailed(file + " can't be read", e);
    }
  }
}
