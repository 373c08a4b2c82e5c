package org.evenhand.calibration.training;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.calibration.directory.People;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Lets nobody do without training what it is required for: in cycles that opened after it was
 * offered, so that no rule comes into a cycle that is under way. Whoever held it when the cycle
 * opened holds it for all of that cycle. What is held by itself asks for what is offered by then.
 */
@ApplicationScoped
public class TrainingGate {

  private static final String ASKED =
      """
      select p.person, m.title, h.valid_until, c.begun_at
      from (select id, coalesce(cast(:at as timestamptz), opened_at) as begun_at from cycle) c
      join training_module m on m.offered_at < c.begun_at and m.retired_at is null
      cross join unnest(cast(:people as uuid[])) as p(person)
      left join training_held h on h.module_id = m.id and h.person_id = p.person and h.held
      where c.id = :cycle and m.required_for @> to_jsonb(cast(:requirement as text))
        and (h.id is null or h.valid_until is not null)
      order by m.title, m.id
      """;

  /**
   * A module that somebody doesn't hold for good.
   *
   * @param until the last day on which they hold it; null where they never did
   * @param begun when the cycle opened, or what is held by itself
   */
  private record Asked(UUID person, String title, @Nullable LocalDate until, Instant begun) {

    boolean isDue(WorkingDays days) {
      return until == null || !begun.isBefore(days.endOf(until));
    }
  }

  private final People people;
  private final Places places;

  TrainingGate(People people, Places places) {
    this.people = people;
    this.places = places;
  }

  /**
   * @param named by the pointers at which a request names them; empty for the caller
   * @throws Problem TRAINING_DUE that names the modules
   */
  public Uni<Void> require(
      Mutiny.Session db, Occasion of, Requirement requirement, Map<String, UUID> named) {
    Instant at = of.at();
    return Rows.of(db, ASKED)
        .bind("cycle", of.cycle())
        .bind("at", at == null ? null : at.atOffset(ZoneOffset.UTC))
        .bind("people", named.values().toArray(UUID[]::new))
        .bind("requirement", requirement.name())
        .list(
            row ->
                new Asked(
                    row.uuid("person"),
                    row.text("title"),
                    row.orNull("valid_until", Row::day),
                    row.instant("begun_at")))
        .chain(asked -> asked.isEmpty() ? Uni.createFrom().voidItem() : require(db, asked, named));
  }

  private Uni<Void> require(Mutiny.Session db, List<Asked> asked, Map<String, UUID> named) {
    return days(db, asked)
        .invoke(
            days -> {
              var due =
                  asked.stream()
                      .filter(
                          each ->
                              each.isDue(days.getOrDefault(each.person(), WorkingDays.unknown())))
                      .toList();
              if (!due.isEmpty()) {
                throw problem(due, named);
              }
            })
        .replaceWithVoid();
  }

  private Uni<Map<UUID, WorkingDays>> days(Mutiny.Session db, List<Asked> asked) {
    return people
        .workplaces(db, asked.stream().map(Asked::person).collect(Collectors.toSet()))
        .chain(
            found -> {
              var where =
                  found.values().stream()
                      .map(People.Workplace::location)
                      .filter(Objects::nonNull)
                      .collect(Collectors.toSet());
              return places.atAll(db, where).map(days -> byPerson(found, days));
            });
  }

  private static Map<UUID, WorkingDays> byPerson(
      Map<UUID, People.Workplace> found, Map<String, WorkingDays> days) {
    var known = new HashMap<UUID, WorkingDays>();
    found.forEach(
        (person, place) -> {
          if (place.location() != null) {
            known.put(person, days.getOrDefault(place.location(), WorkingDays.unknown()));
          }
        });
    return known;
  }

  private static Problem problem(List<Asked> due, Map<String, UUID> named) {
    var found = new ArrayList<Violation>();
    named.forEach(
        (pointer, person) ->
            due.stream()
                .filter(each -> each.person().equals(person))
                .forEach(
                    each ->
                        found.add(
                            NOT_ALLOWED.at(
                                pointer, "needs the training " + each.title() + " first"))));
    var titles = due.stream().map(Asked::title).distinct().collect(Collectors.joining(", "));
    return Problem.of(CalibrationProblem.TRAINING_DUE, "Training comes first: " + titles + ".")
        .with(found);
  }
}
