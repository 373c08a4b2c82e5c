package org.evenhand.review.rating;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.review.directory.Doors;
import org.evenhand.review.directory.Viewer;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Reads published ratings in the order of their last change. A rating is shown once every
 * transaction that began before its own has ended: until then one of those could still commit an
 * older position, and a reader who had gone past would never see it.
 */
@ApplicationScoped
class RatingChanges {

  private static final String SETTLED =
      """
      select r.review_id, r.origin, r.cycle_key, e.external_id, r.assignment_id, r.period_start,
             r.period_end, r.ordinal, r.label, r.scale_size, r.favourable_from,
             r.original_ordinal, r.calibrated, r.status, r.effective_at, r.recorded_at,
             cast(r.changed_in as text), r.disputed
      from published_rating r join employee e on e.id = r.employee_id
      where (r.changed_in, r.review_id) > (cast(cast(:changedIn as text) as xid8), :review)
        and r.changed_in < pg_snapshot_xmin(pg_current_snapshot())
        %s %s
      order by r.changed_in, r.review_id
      """;

  /** A rating and where it stands in the order of changes. */
  record Change(RatingView rating, ChangePosition position) {}

  /** A person, such as the HR lead, reads none of themself and of their own chain. */
  Uni<List<Change>> after(
      Mutiny.Session session,
      Viewer viewer,
      ChangePosition position,
      Optional<UUID> cycle,
      int limit) {
    boolean person = !viewer.is(Viewer.NOBODY);
    var query =
        session
            .createNativeQuery(
                SETTLED.formatted(
                    cycle.isPresent() ? "and r.cycle_id = :cycle" : "",
                    person ? "and " + Doors.outsideOwnChain("r.employee_id") : ""),
                Tuple.class)
            .setParameter("changedIn", position.changedIn())
            .setParameter("review", position.reviewId())
            .setMaxResults(limit);
    cycle.ifPresent(id -> query.setParameter("cycle", id));
    if (person) {
      query.setParameter("viewer", viewer.employeeId());
    }
    return query.getResultList().map(rows -> rows.stream().map(RatingChanges::change).toList());
  }

  private static Change change(Tuple row) {
    UUID reviewId = row.get(0, UUID.class);
    RatingView rating =
        new RatingView(
            reviewId,
            Origin.valueOf(row.get(1, String.class)),
            row.get(2, String.class),
            row.get(3, String.class),
            row.get(4, String.class),
            row.get(5, LocalDate.class),
            row.get(6, LocalDate.class),
            row.get(7, Integer.class),
            row.get(8, String.class),
            row.get(9, Integer.class),
            row.get(10, Integer.class),
            row.get(11, Integer.class),
            row.get(12, Boolean.class),
            row.get(17, Boolean.class),
            PublishedRating.Status.valueOf(row.get(13, String.class)),
            row.get(14, OffsetDateTime.class).toInstant(),
            row.get(15, OffsetDateTime.class).toInstant());
    return new Change(rating, new ChangePosition(row.get(16, String.class), reviewId));
  }
}
