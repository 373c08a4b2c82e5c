package org.evenhand.review.growth.circle.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.circle.CircleRepository;
import org.evenhand.review.growth.circle.CoachingCircle;
import org.evenhand.review.growth.circle.Membership;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Finds circles for their members, and for HR, which learns of nobody by it. */
@ApplicationScoped
class CircleContexts {

  private final CircleRepository circles;
  private final Access access;
  private final Clock clock;

  CircleContexts(CircleRepository circles, Access access, Clock clock) {
    this.circles = circles;
    this.access = access;
    this.clock = clock;
  }

  Uni<CircleContext> of(Mutiny.Session session, UUID id) {
    return access
        .person(session)
        .chain(viewer -> circles.get(session, id).map(circle -> of(session, circle, viewer)));
  }

  /** As {@link #of}, for a step: no line comes between anybody until it is taken. */
  Uni<CircleContext> acting(Mutiny.Session session, UUID id) {
    return access
        .acting(session)
        .chain(viewer -> circles.get(session, id).map(circle -> of(session, circle, viewer)));
  }

  private CircleContext of(Mutiny.Session session, CoachingCircle circle, Viewer viewer) {
    @Nullable Membership membership = circle.membership(viewer.employeeId()).orElse(null);
    if (membership == null && !seesAll(viewer)) {
      throw CircleRepository.unknown();
    }
    return new CircleContext(
        session, circle, viewer, membership, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  static boolean seesAll(Viewer viewer) {
    return viewer.has(Roles.HR) || viewer.has(Roles.HR_LEAD);
  }
}
