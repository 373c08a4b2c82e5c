package org.evenhand.review.milestone;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.web.Cursor;
import org.evenhand.kit.web.Page;
import org.evenhand.kit.web.PageRequest;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.cycle.CycleRepository;
import org.evenhand.review.cycle.Cycles;
import org.evenhand.review.cycle.Milestone;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.Viewer;
import org.evenhand.review.review.ReviewDoors;
import org.hibernate.reactive.mutiny.Mutiny;

/** The published list of what was missed, to each as far as they may see the reviews. */
@ApplicationScoped
class Exceptions {

  private static final UUID LOWEST = new UUID(0, 0);

  private final Mutiny.SessionFactory sessions;
  private final CycleRepository cycles;
  private final ReviewDoors doors;
  private final Access access;

  Exceptions(
      Mutiny.SessionFactory sessions, CycleRepository cycles, ReviewDoors doors, Access access) {
    this.sessions = sessions;
    this.cycles = cycles;
    this.doors = doors;
    this.access = access;
  }

  Uni<Page<ExceptionView>> list(UUID cycleId, PageRequest page) {
    UUID afterReview = page.cursor().map(cursor -> cursor.uuid(0)).orElse(LOWEST);
    String afterMilestone = page.cursor().map(cursor -> cursor.text(1)).orElse("");
    int limit = page.limit();
    return sessions.withTransaction(
        session ->
            access
                .person(session)
                .call(viewer -> visible(session, cycleId, viewer))
                .chain(
                    viewer ->
                        query(session, viewer)
                            .setParameter("cycle", cycleId)
                            .setParameter("afterReview", afterReview)
                            .setParameter("afterMilestone", afterMilestone)
                            .setMaxResults(limit + 1)
                            .getResultList())
                .map(
                    rows ->
                        Page.of(
                            rows.stream().map(Exceptions::view).toList(),
                            limit,
                            last -> Cursor.of(last.reviewId(), last.milestone()))));
  }

  /** A draft is nobody's business but HR's, and neither is that there is one. */
  private Uni<Cycle> visible(Mutiny.Session session, UUID cycleId, Viewer viewer) {
    return cycles.get(session, cycleId).invoke(cycle -> Cycles.requireVisible(cycle, viewer));
  }

  private Mutiny.SelectionQuery<Tuple> query(Mutiny.Session session, Viewer viewer) {
    return viewer
        .bind(
            session.createNativeQuery(
                """
                select x.review_id, x.milestone, r.employee_id, x.reviewer_id, r.org_unit,
                       x.due_on, x.recorded_at, x.reason
                from milestone_exception x join review r on r.id = x.review_id
                where x.cycle_id = :cycle
                  and (x.review_id, x.milestone) > (:afterReview, :afterMilestone)
                  and %s and cast(:today as date) is not null
                order by x.review_id, x.milestone
                """
                    .formatted(doors.visible(viewer)),
                Tuple.class))
        .setParameter("asked", doors.asked(viewer));
  }

  private static ExceptionView view(Tuple row) {
    return new ExceptionView(
        row.get(0, UUID.class),
        Milestone.valueOf(row.get(1, String.class)),
        Optional.ofNullable(row.get(7, String.class)).map(ExceptionReason::valueOf).orElse(null),
        row.get(2, UUID.class),
        row.get(3, UUID.class),
        row.get(4, String.class),
        row.get(5, LocalDate.class),
        instant(row.get(6)));
  }

  private static Instant instant(Object value) {
    return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
  }
}
