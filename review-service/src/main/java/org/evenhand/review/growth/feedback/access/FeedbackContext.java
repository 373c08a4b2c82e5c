package org.evenhand.review.growth.feedback.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.feedback.Feedback;
import org.evenhand.review.growth.feedback.FeedbackAction;
import org.evenhand.review.growth.feedback.FeedbackFacts;
import org.hibernate.reactive.mutiny.Mutiny;

/** All that a step on feedback has at hand. */
public record FeedbackContext(
    Mutiny.Session session,
    Feedback feedback,
    Viewer viewer,
    Set<FeedbackRelation> relations,
    Instant at)
    implements Steps.Context {

  @Override
  public UUID actor() {
    return viewer.employeeId();
  }

  /** What the caller's If-Match has to name. */
  public long version() {
    return feedback.versionFor(viewer.employeeId());
  }

  public Fact fact(FeedbackAction step) {
    return new FeedbackFacts(feedback, at).of(step);
  }
}
