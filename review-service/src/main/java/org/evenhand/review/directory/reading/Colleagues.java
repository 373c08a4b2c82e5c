package org.evenhand.review.directory.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.people.Employee;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds those who work here by what somebody knows of them. */
@ApplicationScoped
class Colleagues {

  /** The page is cut before the main assignments are looked up. */
  static final String FIND =
      """
      select e.id, e.external_id, e.given_name, e.family_name, e.org_unit, main.job_family
      from (
        select id, external_id, given_name, family_name, org_unit, filed_as from employee
        where found_by @@ person_query(:q) and status <> 'TERMINATED' %s
        order by filed_as, id limit :limit) e
      join assignment main on main.employee_id = e.id and main.main
      order by e.filed_as, e.id
      """;

  /** The cursor names the last person by id: a name doesn't belong into an address. */
  private static final String GO_ON =
      "and (filed_as, id) > (select filed_as, id from employee where id = :after)";

  private final Mutiny.SessionFactory sessions;
  private final Access access;

  Colleagues(Mutiny.SessionFactory sessions, Access access) {
    this.sessions = sessions;
    this.access = access;
  }

  Uni<Page<Colleague>> find(Wanted wanted, PageRequest page) {
    Optional<UUID> after = page.cursor().map(cursor -> cursor.uuid(0));
    int limit = page.limit();
    return sessions.withTransaction(
        session ->
            access
                .person(session)
                .chain(person -> find(session, wanted, after, limit + 1))
                .map(found -> Page.of(found, limit, last -> Cursor.of(last.id()))));
  }

  private static Uni<List<Colleague>> find(
      Mutiny.Session session, Wanted wanted, Optional<UUID> after, int limit) {
    Rows rows =
        Rows.of(session, FIND.formatted(after.isPresent() ? GO_ON : ""))
            .bind("q", wanted.text())
            .bind("limit", limit);
    after.ifPresent(id -> rows.bind("after", id));
    return rows.list(Colleagues::colleague);
  }

  private static Colleague colleague(Row row) {
    return new Colleague(
        row.uuid("id"),
        row.text("external_id"),
        Employee.name(row.text("given_name"), row.text("family_name")),
        row.text("org_unit"),
        row.text("job_family"));
  }
}
