package org.evenhand.review.growth.feedback.request;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.review.directory.lines.Viewer;
import org.hibernate.reactive.mutiny.Mutiny;

/** All that a step on a request has at hand. */
record FeedbackRequestContext(
    Mutiny.Session session, FeedbackRequest request, Viewer viewer, Instant at)
    implements Steps.Context {

  @Override
  public UUID actor() {
    return viewer.employeeId();
  }

  Set<FeedbackRequestRelation> relations() {
    return request.relations(viewer.employeeId());
  }
}
