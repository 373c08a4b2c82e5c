package org.evenhand.local.journey.calibration;

import java.util.stream.Collectors;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Decide;
import org.evenhand.local.journey.scene.CycleRef;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.script.SessionPlan;
import org.evenhand.local.journey.telling.Story;

/** Two sessions find out whether the reviewers mean the same by the same level. */
public final class CalibrationChapter {
  private final Scene scene;
  private final Story story;

  public CalibrationChapter(Scene scene) {
    this.scene = scene;
    this.story = scene.story();
  }

  public void play(CycleRef cycle) {
    story.chapter("Do they mean the same by the same level?");
    if (cycle.state(grace()).equals("OPEN")) {
      story.step(
          "Grace lets calibration begin: ratings are closed, words are not",
          () ->
              new Decide(grace())
                  .on(cycle.path(), "calibration")
                  .expect(200)
                  .expect("/state", "CALIBRATING"));
    }
    for (SessionPlan plan : SessionPlan.ALL) {
      session(cycle, plan);
    }
    story.tell(
        "HR's own six reviews were in no session: they go on, visibly marked as not calibrated.");
  }

  private void session(CycleRef cycle, SessionPlan plan) {
    CalibrationSession session = new CalibrationSession(scene, cycle, plan);
    story.tell("");
    story.tell("The session " + plan.name() + ":");
    if (session.known() && session.state().equals("PUBLISHED")) {
      story.tell("was held on an earlier start.");
      return;
    }
    story.step(
        "%s of HR plans it, with %s from another unit beside; %s will score"
            .formatted(
                name(plan.facilitator()),
                name(plan.coFacilitator()),
                plan.raters().stream().map(this::name).collect(Collectors.joining(", "))),
        session::plan);
    Samples samples = new Samples(scene, session);
    if (session.state().equals("PLANNED")) {
      story.step(
          name(plan.coFacilitator()) + " agrees to hold it: before that nothing is claimed",
          session::agree);
      story.step(
          "The reviews come redacted: no text holds the name of the person, a place or a date",
          samples::take);
    }
    if (session.state().equals("SAMPLES_READY")) {
      story.step(
          name(plan.coFacilitator()) + " reads every sample and finds nobody in it",
          samples::check);
    }
    if (session.state().equals("BLIND_SCORING")) {
      story.step(
          "The three score the samples blind, each seeing only their own scores", samples::score);
    }
    new Discussion(scene, session).play();
  }

  private Api grace() {
    return scene.api().as("grace");
  }

  private String name(String username) {
    return scene.person(username).name();
  }
}
