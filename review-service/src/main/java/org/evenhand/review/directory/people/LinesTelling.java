package org.evenhand.review.directory.people;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Tells anew of those who report to more than one person, as they were told of before all their
 * lines were. Each part is a transaction, and its subject the last one told of.
 */
@ApplicationScoped
class LinesTelling implements DueTask {

  static final String KIND = "lines-telling";

  private static final int PART = 200;

  private static final String LED_BY_MORE =
      """
      select e.id from employee e
      where e.id > :last and exists (
        select 1 from assignment a
        where a.employee_id = e.id and (a.main or a.ended_on is null)
          and (a.dotted_manager_id is not null or not a.main and a.line_manager_id is not null))
      order by e.id
      """;

  private final EmployeeRepository employees;
  private final DirectoryEvents events;
  private final DueWork dueWork;
  private final Clock clock;

  LinesTelling(EmployeeRepository employees, DirectoryEvents events, DueWork dueWork, Clock clock) {
    this.employees = employees;
    this.events = events;
    this.dueWork = dueWork;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID last) {
    return Rows.unflushed(session, LED_BY_MORE)
        .bind("last", last)
        .limit(PART)
        .list(row -> row.uuid("id"))
        .chain(
            ids ->
                ids.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : tell(session, ids)
                        .chain(
                            () ->
                                dueWork.schedule(
                                    session, KIND, ids.get(ids.size() - 1), clock.instant())));
  }

  private Uni<Void> tell(Mutiny.Session session, List<UUID> ids) {
    return employees
        .held(session, ids)
        .invoke(found -> found.forEach(each -> each.changed(clock.instant())))
        .chain(found -> events.recorded(session, found));
  }
}
