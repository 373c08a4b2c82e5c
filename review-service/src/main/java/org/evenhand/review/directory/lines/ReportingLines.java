package org.evenhand.review.directory.lines;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The closure of who is above whom. It follows the assignments: whoever reports to somebody else
 * than the closure says, and everybody below them, gets their lines anew.
 */
@ApplicationScoped
public class ReportingLines {

  /**
   * One step of a line is what the assignments say, so that both can be held against each other.
   */
  private static final String FIND_MOVED =
      """
      insert into reporting_line_moved
      with recursive moved(employee) as (
        select employee from (
          (select employee, above, relationship from direct_line
           except select employee, above, relationship from reporting_line where depth = 1)
          union all
          (select employee, above, relationship from reporting_line where depth = 1
           except select employee, above, relationship from direct_line)) differing
        union
        select below.employee from moved join direct_line below on below.above = moved.employee
        where below.relationship = 'LINE')
      select :import, employee from moved
      """;

  private static final String FORGET =
      """
      delete from reporting_line
      where employee in (select employee from reporting_line_moved where import_id = :import)
      """;

  /** UNION without ALL: two ways to the same height over somebody are one. */
  private static final String CLIMB =
      """
      insert into reporting_line (employee, above, relationship, depth)
      with recursive up(employee, above, depth) as (
        select employee, above, 1
        from direct_line join reporting_line_moved using (employee)
        where relationship = 'LINE' and import_id = :import
        union
        select up.employee, direct_line.above, up.depth + 1
        from up join direct_line on direct_line.employee = up.above
        where direct_line.relationship = 'LINE')
      select employee, above, 'LINE', min(depth) from up group by employee, above
      union all
      select distinct employee, above, 'DOTTED', 1
      from direct_line join reporting_line_moved using (employee)
      where relationship = 'DOTTED' and import_id = :import
      """;

  private static final String DONE = "delete from reporting_line_moved where import_id = :import";

  /** Brings the closure up to what the assignments say now. */
  public Uni<Void> follow(Mutiny.Session session, UUID importId) {
    return run(session, importId, FIND_MOVED)
        .chain(() -> run(session, importId, FORGET))
        .chain(() -> run(session, importId, CLIMB))
        .chain(() -> run(session, importId, DONE))
        .replaceWithVoid();
  }

  /** The assignments have been written: they are in the session of no later step. */
  private static Uni<Integer> run(Mutiny.Session session, UUID importId, String statement) {
    return session
        .createNativeQuery(statement, new AffectedEntities())
        .setParameter("import", importId)
        .executeUpdate();
  }

  private record Line(UUID employee, UUID above) {}

  /** Everyone above by LINE, nearest first; employees with nobody above are absent. */
  public Uni<Map<UUID, List<UUID>>> above(Mutiny.Session session, Collection<UUID> employees) {
    if (employees.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return Rows.unflushed(
            session,
            """
            select employee, above from reporting_line
            where employee = any(:employees) and relationship = 'LINE'
            order by employee, depth, above
            """)
        .bind("employees", employees.toArray(UUID[]::new))
        .list(row -> new Line(row.uuid("employee"), row.uuid("above")))
        .map(
            lines ->
                lines.stream()
                    .collect(
                        groupingBy(
                            Line::employee, LinkedHashMap::new, mapping(Line::above, toList()))));
  }

  public Uni<Long> directBelow(Mutiny.Session session, UUID employee) {
    return Rows.of(
            session,
            """
            select count(*) as reports from reporting_line join employee below on below.id = employee
            where above = :employee and depth = 1 and relationship = 'LINE'
              and below.status <> 'TERMINATED'
            """)
        .bind("employee", employee)
        .one(row -> row.bigint("reports"));
  }
}
