package org.evenhand.analytics.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.CallerDirectory;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.web.Caller;
import org.evenhand.kit.web.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/** The persons that analytics knows: by id, externalId and unit, never by name. */
@ApplicationScoped
public class Directory implements CallerDirectory {

  private static final String RECORD =
      """
      insert into person as known
        (employee_id, external_id, org_unit, country, status, manager_id, hr_units, sequence)
      select e."employeeId", e."externalId", e."orgUnit", e.country, e.status, e."managerId",
             coalesce(e."hrUnits", '[]'), e.sequence
      from jsonb_to_recordset(cast(cast(:employees as text) as jsonb))
        as e ("employeeId" uuid, "externalId" text, "orgUnit" text, country text, status text,
              "managerId" uuid, "hrUnits" jsonb, sequence bigint)
      order by 1
      on conflict (employee_id) do update set
        external_id = excluded.external_id, org_unit = excluded.org_unit,
        country = excluded.country, status = excluded.status, manager_id = excluded.manager_id,
        hr_units = excluded.hr_units, sequence = excluded.sequence
      where known.sequence <= excluded.sequence
      """;

  private static final String FIND =
      """
      select p.employee_id, p.country,
             coalesce((select cast(json_agg(u."orgUnit") as text)
                       from jsonb_to_recordset(p.hr_units) as u ("orgUnit" text, "from" date, "to" date)
                       where u."from" <= :today and (u."to" is null or u."to" >= :today)),
                      '[]')
      from person p
      where p.external_id = :externalId and p.status <> 'TERMINATED'
      """;

  private final Clock clock;

  Directory(Clock clock) {
    this.clock = clock;
  }

  /**
   * The caller as a person.
   *
   * @throws Problem EMPLOYEE_UNKNOWN: a system, or nobody that the directory has told us of
   */
  @Override
  public Uni<Person> require(Mutiny.Session session, Caller caller) {
    String externalId = caller.employeeExternalId().orElseThrow(Caller::unknown);
    return session
        .createNativeQuery(FIND, Object[].class)
        .setParameter("externalId", externalId)
        .setParameter("today", LocalDate.now(clock))
        .getResultList()
        .map(rows -> rows.stream().findFirst().map(Directory::person).orElseThrow(Caller::unknown));
  }

  /** Everyone whom a person works for, near and far. */
  public Uni<Set<UUID>> managersAbove(Mutiny.Session session, UUID person) {
    return session
        .createNativeQuery("select managers_above(:person)", Object.class)
        .setParameter("person", person)
        .getResultList()
        .map(rows -> rows.stream().map(UUID.class::cast).collect(Collectors.toSet()));
  }

  /** Knows these employees from now on, but for those of whom a later state is known. */
  public Uni<Void> record(Mutiny.Session session, List<EmployeeState> employees) {
    if (employees.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return session
        .createNativeQuery(RECORD)
        .setParameter("employees", Json.write(employees))
        .executeUpdate()
        .replaceWithVoid();
  }

  public Uni<Void> forget(Mutiny.Session session, Set<UUID> employees) {
    if (employees.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return session
        .createNativeQuery("delete from person where employee_id in (:employees)")
        .setParameter("employees", employees)
        .executeUpdate()
        .replaceWithVoid();
  }

  private static Person person(Object[] row) {
    return new Person((UUID) row[0], (String) row[1], units((String) row[2]));
  }

  private static Set<String> units(String json) {
    try {
      return Set.copyOf(List.of(Json.mapper().readValue(json, String[].class)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Units are an array of texts", e);
    }
  }
}
