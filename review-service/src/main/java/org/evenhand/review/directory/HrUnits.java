package org.evenhand.review.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    return session
        .createNativeQuery(
            """
            select hr_employee, org_unit, valid_from, valid_to from hr_assignment
            where hr_employee in (:employees) order by hr_employee, org_unit, valid_from
            """,
            Tuple.class)
        .setParameter("employees", employees)
        .getResultList()
        .map(HrUnits::grouped);
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

  private static Map<UUID, List<HrUnit>> grouped(List<Tuple> rows) {
    Map<UUID, List<HrUnit>> units = new LinkedHashMap<>();
    for (Tuple row : rows) {
      units
          .computeIfAbsent(row.get(0, UUID.class), employee -> new ArrayList<>())
          .add(
              new HrUnit(
                  row.get(1, String.class),
                  row.get(2, LocalDate.class),
                  row.get(3, LocalDate.class)));
    }
    return units;
  }
}
