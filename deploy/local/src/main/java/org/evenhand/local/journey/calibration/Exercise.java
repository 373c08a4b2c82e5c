package org.evenhand.local.journey.calibration;

import org.evenhand.local.journey.api.Decide;
import org.evenhand.local.journey.api.StepFailed;
import org.evenhand.local.journey.scene.CycleRef;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.script.SessionPlan;
import org.evenhand.local.journey.telling.Story;

/** A session that decides nothing: managers score texts of a closed cycle blind, and compare. */
public final class Exercise {
  private final Story story;
  private final CalibrationSession session;
  private final Samples samples;

  public Exercise(Scene scene, CycleRef cycle) {
    this.story = scene.story();
    this.session = new CalibrationSession(scene, cycle, SessionPlan.EXERCISE);
    this.samples = new Samples(scene, session);
  }

  public void play() {
    story.step(
        "Anneke ter Horst plans an exercise: three managers will score texts that none of them"
            + " knows, of people who are some of many",
        session::planExercise);
    if (session.state().equals("PLANNED")) {
      story.step(
          "Siân Llewellyn-Davies agrees to hold it; the texts are those that were checked before",
          this::take);
    }
    if (session.state().equals("SAMPLES_READY")) {
      story.step("She reads each once more, and opens the scoring", samples::check);
    }
    if (session.state().equals("BLIND_SCORING")) {
      story.step(
          "They score blind; the reveal is the end of it, and nobody's rating is touched",
          samples::score);
    }
  }

  private void take() {
    session.agree();
    new Decide(session.facilitator())
        .on(session.path(), "samples")
        .expect(200)
        .expect("/state", "SAMPLES_READY");
  }

  /** One that a rater has scored. */
  public String sampleOf(String rater) {
    return session.samples(session.member(rater)).stream()
        .filter(sample -> sample.path("ownScore").isObject())
        .findFirst()
        .orElseThrow(() -> new StepFailed("expected a sample with a score, seen none"))
        .path("id")
        .asText();
  }
}
