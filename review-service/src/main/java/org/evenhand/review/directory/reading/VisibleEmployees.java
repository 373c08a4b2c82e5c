package org.evenhand.review.directory.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.paging.ChangePosition;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.directory.lines.AccessClauses;
import org.evenhand.review.directory.lines.Viewer;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Who sees whom, as one clause for lists and single employees alike. Whole: oneself, whoever is
 * below by LINE (role manager), in a unit that one serves (hr) or anywhere (hr-lead), the latter
 * two outside one's own chain, and everybody to the HRIS. As a card, with name and unit: one's own
 * managers.
 */
@ApplicationScoped
class VisibleEmployees {

  private static final String IN_A_SERVED_UNIT =
      """
      exists (select 1 from assignment a where a.employee_id = e.id
        and (a.main or a.ended_on is null) and %s)
      """
          .formatted(AccessClauses.hrOf("e.id", "a.org_unit"));

  /** An employee whom the viewer may see, in full or as a card. */
  record Seen(UUID employeeId, boolean whole, ChangePosition position) {}

  /** Whether those come too of whom the viewer sees no more than a card. */
  enum Cards {
    SHOWN,
    HIDDEN
  }

  /** Whatever changes from now on comes after this in the order of changes. */
  Uni<ChangePosition> begun(Mutiny.Session session) {
    return Rows.of(
            session, "select cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as transaction")
        .one(row -> ChangePosition.before(row.text("transaction")));
  }

  Uni<List<Seen>> list(
      Mutiny.Session session,
      Viewer viewer,
      EmployeeFilter filter,
      EmployeeOrder order,
      int limit) {
    Cards cards =
        filter.looksBehindCards() || order instanceof EmployeeOrder.ByChange
            ? Cards.HIDDEN
            : Cards.SHOWN;
    Rows seen =
        order
            .bind(rows(session, viewer, cards, filter.clauses() + order.clauses(), order.columns()))
            .limit(limit);
    filter.parameters().forEach(seen::bind);
    return seen.list(VisibleEmployees::seen);
  }

  /** The employee, or nothing where the viewer may not know that they exist. */
  Uni<List<Seen>> one(Mutiny.Session session, Viewer viewer, UUID id) {
    return rows(session, viewer, Cards.SHOWN, " and e.id = :id", "e.id")
        .bind("id", id)
        .list(VisibleEmployees::seen);
  }

  private static Rows rows(
      Mutiny.Session session, Viewer viewer, Cards cards, String narrowing, String order) {
    return viewer.bind(Rows.of(session, sql(viewer, cards, narrowing, order)));
  }

  static String sql(Viewer viewer, Cards cards, String narrowing, String order) {
    String whole = whole(viewer);
    String card = cards == Cards.SHOWN ? AccessClauses.lineAbove("e.id") : "false";
    // Viewer and day in every case: a door that reads neither must not need another query.
    return """
    select e.id, %1$s as whole, cast(e.changed_in as text) as changed_in from employee e
    where (%1$s or %2$s)
      and cast(:viewer as uuid) is not null and cast(:today as date) is not null %3$s
    order by %4$s
    """
        .formatted(whole, card, narrowing, order);
  }

  private static String whole(Viewer viewer) {
    if (viewer.has(Roles.HRIS)) {
      return "true";
    }
    List<String> doors = new ArrayList<>(List.of("e.id = :viewer"));
    if (viewer.has(Roles.MANAGER)) {
      doors.add(AccessClauses.lineBelow("e.id"));
    }
    if (viewer.has(Roles.HR_LEAD)) {
      doors.add(AccessClauses.outsideOwnChain("e.id"));
    }
    if (viewer.has(Roles.HR)) {
      doors.add(IN_A_SERVED_UNIT);
    }
    return "(" + String.join(" or ", doors) + ")";
  }

  private static Seen seen(Row row) {
    UUID id = row.uuid("id");
    return new Seen(id, row.flag("whole"), new ChangePosition(row.text("changed_in"), id));
  }
}
