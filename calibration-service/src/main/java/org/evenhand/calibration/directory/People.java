package org.evenhand.calibration.directory;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.kit.data.caller.CallerDirectory;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.kit.web.security.Caller;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Finds those who work here by the HRIS' externalId, and who leads whom. */
@ApplicationScoped
public class People implements CallerDirectory {

  // Two hold an externalId while it passes from the one to the other: it is theirs of whom the
  // directory told last.
  private static final String WORKING =
      """
      select distinct on (external_id) id, external_id, status = 'ACTIVE' as at_work,
             exists (select 1 from person report
                     where report.manager_id = person.id and report.status <> 'TERMINATED') as leads
      from person
      where external_id in (select jsonb_array_elements_text(cast(cast(:ids as text) as jsonb)))
        and status <> 'TERMINATED'
      order by external_id, told_at desc, id desc
      """;

  private static final String AT_WORK =
      """
      select id from person
      where status = 'ACTIVE'
        and id in (select cast(x as uuid)
                   from jsonb_array_elements_text(cast(cast(:ids as text) as jsonb)) x)
      """;

  private static final String WORKPLACES =
      """
      select id, work_location from person
      where status <> 'TERMINATED'
        and id in (select cast(x as uuid)
                   from jsonb_array_elements_text(cast(cast(:ids as text) as jsonb)) x)
      """;

  /** Where somebody who works here does. */
  public record Workplace(UUID person, @Nullable String location) {}

  /**
   * @param atWork neither away nor gone
   * @param leads whether anybody reports to this person
   */
  public record Person(UUID id, String externalId, boolean atWork, boolean leads) {}

  private final Caller caller;

  People(Caller caller) {
    this.caller = caller;
  }

  @Override
  public Uni<Actor> require(Mutiny.Session db, Caller asking) {
    return caller(db);
  }

  /**
   * Who is calling: a person, for what a client may do needs none.
   *
   * @throws Problem 403 employee-unknown: the token names nobody who works here
   */
  public Uni<Actor> caller(Mutiny.Session db) {
    var externalId = caller.employeeExternalId().orElseThrow(Caller::unknown);
    var roles = Set.copyOf(caller.roles());
    return byExternalId(db, List.of(externalId))
        .map(found -> Optional.ofNullable(found.get(externalId)).orElseThrow(Caller::unknown))
        .map(person -> new Actor(person.id(), roles));
  }

  /**
   * Those who are to take a seat.
   *
   * @param wanted externalIds by the pointers at which they stand in the request
   * @return by pointer
   * @throws Problem 422 naming those who are not known, or not at work
   */
  public Uni<Map<String, Person>> atWork(Mutiny.Session db, Map<String, String> wanted) {
    return byExternalId(db, wanted.values())
        .map(
            found -> {
              var unknown = new ArrayList<Violation>();
              var away = new ArrayList<Violation>();
              var seated = new LinkedHashMap<String, Person>();
              wanted.forEach(
                  (pointer, externalId) -> {
                    var person = found.get(externalId);
                    if (person == null) {
                      unknown.add(
                          NOT_FOUND.at(pointer, "nobody who works here has the id " + externalId));
                    } else if (!person.atWork()) {
                      away.add(NOT_ALLOWED.at(pointer, externalId + " is away at present"));
                    } else {
                      seated.put(pointer, person);
                    }
                  });
              if (!unknown.isEmpty()) {
                throw Problem.of(
                        CalibrationProblem.UNKNOWN_PERSON,
                        "Not everyone named works here at present.")
                    .with(unknown);
              }
              if (!away.isEmpty()) {
                throw Problem.of(
                        CalibrationProblem.NOT_AT_WORK, "A seat is for somebody who is at work.")
                    .with(away);
              }
              return seated;
            });
  }

  /** Those of the people who are neither away nor gone. */
  public Uni<Set<UUID>> atWork(Mutiny.Session db, Collection<UUID> people) {
    return Rows.of(db, AT_WORK)
        .bind("ids", Json.write(people))
        .list(row -> row.uuid("id"))
        .map(Set::copyOf);
  }

  /** Of each who hasn't left, be they away. */
  public Uni<Map<UUID, Workplace>> workplaces(Mutiny.Session db, Collection<UUID> people) {
    return Rows.of(db, WORKPLACES)
        .bind("ids", Json.write(people))
        .list(row -> new Workplace(row.uuid("id"), row.orNull("work_location", Row::text)))
        .map(found -> found.stream().collect(Collectors.toMap(Workplace::person, place -> place)));
  }

  /** As far as it is known where they work. */
  public Uni<Map<UUID, String>> workLocations(Mutiny.Session db, Collection<UUID> people) {
    return workplaces(db, people)
        .map(
            found ->
                found.values().stream()
                    .filter(place -> place.location() != null)
                    .collect(Collectors.toMap(Workplace::person, Workplace::location)));
  }

  private Uni<Map<String, Person>> byExternalId(Mutiny.Session db, Collection<String> externalIds) {
    return Rows.of(db, WORKING)
        .bind("ids", Json.write(externalIds))
        .list(
            row ->
                new Person(
                    row.uuid("id"),
                    row.text("external_id"),
                    row.flag("at_work"),
                    row.flag("leads")))
        .map(
            found ->
                found.stream().collect(Collectors.toMap(Person::externalId, person -> person)));
  }
}
