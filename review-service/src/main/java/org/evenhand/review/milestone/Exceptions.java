package org.evenhand.review.milestone;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.cycle.CycleRepository;
import org.evenhand.review.cycle.Milestone;
import org.evenhand.review.cycle.work.Cycles;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.directory.people.Employee;
import org.evenhand.review.directory.people.PersonRef;
import org.evenhand.review.review.access.ReviewAccess;
import org.hibernate.reactive.mutiny.Mutiny;

/** The published list of missing parts, for each reader as far as they may see the reviews. */
@ApplicationScoped
class Exceptions {

  private static final UUID LOWEST = new UUID(0, 0);

  private final Mutiny.SessionFactory sessions;
  private final CycleRepository cycles;
  private final ReviewAccess doors;
  private final Access access;

  Exceptions(
      Mutiny.SessionFactory sessions, CycleRepository cycles, ReviewAccess doors, Access access) {
    this.sessions = sessions;
    this.cycles = cycles;
    this.doors = doors;
    this.access = access;
  }

  /** The last entry of a page. */
  private record Place(UUID reviewId, String milestone) {

    static Place of(PageRequest page) {
      return page.cursor()
          .map(cursor -> new Place(cursor.uuid(0), cursor.text(1)))
          .orElse(new Place(LOWEST, ""));
    }
  }

  Uni<Page<ExceptionView>> list(UUID cycleId, PageRequest page) {
    Place after = Place.of(page);
    int limit = page.limit();
    return sessions
        .withTransaction(
            session ->
                access
                    .person(session)
                    .call(viewer -> visible(session, cycleId, viewer))
                    .chain(viewer -> seen(session, viewer, cycleId, after, limit + 1)))
        .map(seen -> Page.of(seen, limit, last -> Cursor.of(last.reviewId(), last.milestone())));
  }

  /** Only HR sees a draft, or that there is one. */
  private Uni<Cycle> visible(Mutiny.Session session, UUID cycleId, Viewer viewer) {
    return cycles.get(session, cycleId).invoke(cycle -> Cycles.requireVisible(cycle, viewer));
  }

  private Uni<List<ExceptionView>> seen(
      Mutiny.Session session, Viewer viewer, UUID cycleId, Place after, int limit) {
    String sql =
        """
        select x.review_id, x.milestone, r.employee_id, x.reviewer_id, r.org_unit,
               x.due_on, x.recorded_at, x.reason,
               reviewee.given_name, reviewee.family_name,
               reviewer.given_name as reviewer_given_name,
               reviewer.family_name as reviewer_family_name
        from milestone_exception x join review r on r.id = x.review_id
        join employee reviewee on reviewee.id = r.employee_id
        left join employee reviewer on reviewer.id = x.reviewer_id
        where x.cycle_id = :cycle
          and (x.review_id, x.milestone) > (:afterReview, :afterMilestone)
          and %s and cast(:today as date) is not null
        order by x.review_id, x.milestone
        """
            .formatted(doors.visible(viewer));
    return doors
        .bind(Rows.of(session, sql), viewer)
        .bind("cycle", cycleId)
        .bind("afterReview", after.reviewId())
        .bind("afterMilestone", after.milestone())
        .limit(limit)
        .list(Exceptions::view);
  }

  private static PersonRef person(Row row, String id, String prefix) {
    return new PersonRef(
        row.uuid(id),
        Employee.name(row.text(prefix + "given_name"), row.text(prefix + "family_name")));
  }

  private static ExceptionView view(Row row) {
    return new ExceptionView(
        row.uuid("review_id"),
        row.constant("milestone", Milestone.class),
        row.orNull("reason", Exceptions::reason),
        person(row, "employee_id", ""),
        row.orNull("reviewer_id", (each, id) -> person(each, id, "reviewer_")),
        row.text("org_unit"),
        row.day("due_on"),
        row.instant("recorded_at"));
  }

  private static ExceptionReason reason(Row row, String column) {
    return row.constant(column, ExceptionReason.class);
  }
}
