package org.evenhand.review.growth.circle.work;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.circle.CoachingCircle;
import org.evenhand.review.growth.circle.Membership;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * All that a step on a circle has at hand.
 *
 * @param membership the caller's; null for HR
 */
record CircleContext(
    Mutiny.Session session,
    CoachingCircle circle,
    Viewer viewer,
    @Nullable Membership membership,
    Instant at)
    implements Steps.Context {

  @Override
  public UUID actor() {
    return viewer.employeeId();
  }
}
