package org.evenhand.calibration.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.kit.data.CallerDirectory;
import org.evenhand.kit.data.Rows;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.web.Caller;
import org.evenhand.kit.web.Problem;
import org.evenhand.kit.web.Violation;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds those who work here by the HRIS' externalId, and who leads whom. */
@ApplicationScoped
public class People implements CallerDirectory {

  // Two hold an externalId while it passes from the one to the other: it is theirs of whom the
  // directory told last.
  private static final String WORKING =
      """
      select distinct on (external_id) id, external_id,
             exists (select 1 from person report
                     where report.manager_id = person.id and report.status <> 'TERMINATED') as leads
      from person
      where external_id in (select jsonb_array_elements_text(cast(cast(:ids as text) as jsonb)))
        and status <> 'TERMINATED'
      order by external_id, told_at desc, id desc
      """;

  /**
   * @param leads whether anybody reports to this person
   */
  public record Person(UUID id, String externalId, boolean leads) {}

  @Override
  public Uni<UUID> require(Mutiny.Session db, Caller caller) {
    return caller(db, caller);
  }

  /**
   * Who is calling.
   *
   * @throws Problem 403 employee-unknown: the token names nobody who works here
   */
  public Uni<UUID> caller(Mutiny.Session db, Caller caller) {
    var externalId = caller.employeeExternalId().orElseThrow(Caller::unknown);
    return byExternalId(db, List.of(externalId))
        .map(
            found -> {
              var person = found.get(externalId);
              if (person == null) {
                throw Caller.unknown();
              }
              return person.id();
            });
  }

  /**
   * @throws Problem 422 naming those who are not known, or have left
   */
  public Uni<Map<String, Person>> required(
      Mutiny.Session db, String pointer, Collection<String> externalIds) {
    return byExternalId(db, externalIds)
        .invoke(
            found -> {
              var unknown = externalIds.stream().filter(id -> !found.containsKey(id)).toList();
              if (!unknown.isEmpty()) {
                throw Problem.of(
                        CalibrationProblem.UNKNOWN_PERSON,
                        "Not everyone named works here at present.")
                    .with(
                        unknown.stream()
                            .map(
                                id ->
                                    Violation.at(pointer, "nobody who works here has the id " + id))
                            .toArray(Violation[]::new));
              }
            });
  }

  private Uni<Map<String, Person>> byExternalId(Mutiny.Session db, Collection<String> externalIds) {
    return Rows.of(db, WORKING)
        .bind("ids", Json.write(externalIds))
        .list(row -> new Person(row.uuid("id"), row.text("external_id"), row.flag("leads")))
        .map(
            people ->
                people.stream().collect(Collectors.toMap(Person::externalId, person -> person)));
  }
}
