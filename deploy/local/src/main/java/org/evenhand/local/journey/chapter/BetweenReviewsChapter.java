package org.evenhand.local.journey.chapter;

import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.telling.Story;

/** What people agree on and see of each other all year, and what a review finds of it. */
public final class BetweenReviewsChapter {
  private final Scene scene;
  private final Story story;

  public BetweenReviewsChapter(Scene scene) {
    this.scene = scene;
    this.story = scene.story();
  }

  public void play() {
    story.chapter("Between reviews");
    new GoalChapter(scene).play();
    new CheckInChapter(scene).play();
    new FeedbackChapter(scene).play();
    new ObservationChapter(scene).play();
    new UpwardChapter(scene).play();
    new OpportunityChapter(scene).play();
  }
}
