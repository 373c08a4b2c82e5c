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
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.mutiny.Mutiny;

/** Which units HR partners serve. */
@ApplicationScoped
public class HrUnits {

  /** The units of each who serves any, past and future ones too. */
  public Uni<Map<UUID, List<HrUnit>>> of(Mutiny.Session session, Collection<UUID> employees) {
    if (employees.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return Rows.unflushed(
            session,
            """
            select hr_employee, org_unit, valid_from, valid_to from hr_assignment
            where hr_employee = any(:employees) order by hr_employee, org_unit, valid_from
            """)
        .bind("employees", employees.toArray(UUID[]::new))
        .list(HrUnits::served)
        .map(
            served ->
                served.stream()
                    .collect(
                        groupingBy(
                            Served::by, LinkedHashMap::new, mapping(Served::unit, toList()))));
  }

  private record Served(UUID by, HrUnit unit) {}

  private static Served served(Row row) {
    return new Served(
        row.uuid("hr_employee"),
        new HrUnit(row.text("org_unit"), row.day("valid_from"), row.orNull("valid_to", Row::day)));
  }

  /** Puts these units in the place of all that the person served. */
  public Uni<Void> replace(Mutiny.Session session, UUID employee, List<HrUnit> units) {
    return session
        .createNativeQuery("delete from hr_assignment where hr_employee = :employee")
        .setParameter("employee", employee)
        .executeUpdate()
        .chain(
            () ->
                session
                    .createNativeQuery(
                        """
                        insert into hr_assignment
                        select :employee, "orgUnit", "from", "to"
                        from jsonb_to_recordset(cast(cast(:units as text) as jsonb))
                          as unit("orgUnit" text, "from" date, "to" date)
                        """)
                    .setParameter("employee", employee)
                    .setParameter("units", Json.write(units))
                    .executeUpdate())
        .replaceWithVoid();
  }
}
