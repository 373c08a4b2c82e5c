package org.evenhand.analytics.directory;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.caller.CallerDirectory;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.security.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

/** The persons that analytics knows: by id, externalId and unit, never by name. */
@ApplicationScoped
public class Directory implements CallerDirectory {

  private static final String RECORD =
      """
      insert into person
        (employee_id, external_id, org_unit, job_family, job_level, work_location, country, status,
         manager_id, hr_units, told_at)
      select e."employeeId", e."externalId", e."orgUnit", e."jobFamily", e."jobLevel",
             e."workLocation", e.country, e.status, e."managerId", coalesce(e."hrUnits", '[]'),
             e."toldAt"
      from jsonb_to_recordset(cast(cast(:employees as text) as jsonb))
        as e ("employeeId" uuid, "externalId" text, "orgUnit" text, "jobFamily" text,
              "jobLevel" text, "workLocation" text, country text, status text,
              "managerId" uuid, "hrUnits" jsonb, "toldAt" timestamptz)
      order by 1
      on conflict (employee_id) do update set
        external_id = excluded.external_id, org_unit = excluded.org_unit,
        job_family = excluded.job_family, job_level = excluded.job_level,
        work_location = excluded.work_location, country = excluded.country,
        status = excluded.status, manager_id = excluded.manager_id, hr_units = excluded.hr_units,
        told_at = excluded.told_at
      """;

  // While an externalId passes from one person to another, both hold it; it belongs to the one in
  // the directory's later event.
  private static final String FIND =
      """
      select p.employee_id, p.country,
             coalesce((select cast(json_agg(u."orgUnit") as text)
                       from jsonb_to_recordset(p.hr_units) as u ("orgUnit" text, "from" date, "to" date)
                       where u."from" <= :today and (u."to" is null or u."to" >= :today)),
                      '[]') as units
      from person p
      where p.external_id = :externalId and p.status <> 'TERMINATED'
      order by p.told_at desc, p.employee_id desc
      """;

  private static final TypeReference<List<String>> UNITS = new TypeReference<>() {};

  private final Clock clock;

  Directory(Clock clock) {
    this.clock = clock;
  }

  /**
   * The caller as a person.
   *
   * @throws Problem EMPLOYEE_UNKNOWN for a client, or a person whom the directory doesn't know
   */
  @Override
  public Uni<Person> require(Mutiny.Session session, Caller caller) {
    String externalId = caller.employeeExternalId().orElseThrow(Caller::unknown);
    return Rows.of(session, FIND)
        .bind("externalId", externalId)
        .bind("today", LocalDate.now(clock))
        .limit(1)
        .atMostOne(Directory::person)
        .map(found -> found.orElseThrow(Caller::unknown));
  }

  /** Everyone whom a person works for, near and far. */
  public Uni<Set<UUID>> managersAbove(Mutiny.Session session, UUID person) {
    return Rows.of(session, "select managers_above(:person) as manager")
        .bind("person", person)
        .list(row -> row.uuid("manager"))
        .map(Set::copyOf);
  }

  /** Knows these employees from now on. */
  Uni<Void> record(Mutiny.Session session, List<EmployeeState> employees) {
    if (employees.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return session
        .createNativeQuery(RECORD)
        .setParameter("employees", Json.write(employees))
        .executeUpdate()
        .replaceWithVoid();
  }

  Uni<Void> forget(Mutiny.Session session, Set<UUID> employees) {
    if (employees.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return session
        .createNativeQuery("delete from person where employee_id in (:employees)")
        .setParameter("employees", employees)
        .executeUpdate()
        .replaceWithVoid();
  }

  private static Person person(Row row) {
    return new Person(
        row.uuid("employee_id"),
        row.orNull("country", Row::text),
        Set.copyOf(row.json("units", UNITS)));
  }
}
