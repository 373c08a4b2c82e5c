package org.evenhand.review.rating;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.paging.ChangePosition;
import org.evenhand.review.directory.lines.AccessClauses;
import org.evenhand.review.directory.lines.Viewer;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Reads published ratings in the order of their last change. A rating is shown once every
 * transaction that began before its own has ended: until then one of those could still commit an
 * older position, and a reader who is past it would never see it.
 */
@ApplicationScoped
class RatingChanges {

  private static final String SETTLED =
      """
      select r.review_id, r.origin, r.cycle_key, e.external_id, r.assignment_id, r.period_start,
             r.period_end, r.ordinal, r.label, r.scale_size, r.favourable_from,
             r.original_ordinal, r.calibrated, r.status, r.effective_at, r.recorded_at,
             cast(r.changed_in as text) as changed_in, r.disputed, r.under_appeal
      from published_rating r join employee e on e.id = r.employee_id
      where (r.changed_in, r.review_id) > (cast(cast(:changedIn as text) as xid8), :review)
        and r.changed_in < pg_snapshot_xmin(pg_current_snapshot())
        %s %s
      order by r.changed_in, r.review_id
      """;

  /** A rating and its position in the order of changes. */
  record Change(RatingView rating, ChangePosition position) {}

  /** A person, such as the HR lead, reads none of themself and of their own chain. */
  Uni<List<Change>> after(
      Mutiny.Session session,
      Viewer viewer,
      ChangePosition position,
      Optional<UUID> cycle,
      int limit) {
    boolean person = !viewer.is(Viewer.NOBODY);
    Rows rows =
        Rows.of(
                session,
                SETTLED.formatted(
                    cycle.isPresent() ? "and r.cycle_id = :cycle" : "",
                    person ? "and " + AccessClauses.outsideOwnChain("r.employee_id") : ""))
            .bind("changedIn", position.changedIn())
            .bind("review", position.id())
            .limit(limit);
    if (cycle.isPresent()) {
      rows.bind("cycle", cycle.get());
    }
    if (person) {
      rows.bind("viewer", viewer.employeeId());
    }
    return rows.list(row -> new Change(rating(row), position(row)));
  }

  private static RatingView rating(Row row) {
    return new RatingView(
        row.uuid("review_id"),
        row.constant("origin", Origin.class),
        row.text("cycle_key"),
        row.text("external_id"),
        row.text("assignment_id"),
        row.day("period_start"),
        row.day("period_end"),
        row.integer("ordinal"),
        row.text("label"),
        row.integer("scale_size"),
        row.integer("favourable_from"),
        row.integer("original_ordinal"),
        row.flag("calibrated"),
        row.flag("disputed"),
        row.flag("under_appeal"),
        row.constant("status", PublishedRating.Status.class),
        row.instant("effective_at"),
        row.instant("recorded_at"));
  }

  private static ChangePosition position(Row row) {
    return new ChangePosition(row.text("changed_in"), row.uuid("review_id"));
  }
}
