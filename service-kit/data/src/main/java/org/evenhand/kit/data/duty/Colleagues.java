package org.evenhand.kit.data.duty;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.web.security.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The people of a service's own copy of the directory, as duties need to know them. Each service
 * has two views for it: {@code colleague (id, external_id, manager_id, org_unit, status, told_at)}
 * and {@code colleague_hr_unit (person_id, org_unit, valid_from, valid_to)}.
 */
@ApplicationScoped
class Colleagues {

  private static final String ABOVE =
      """
      with recursive line (person, above, depth) as (
        select c.id, c.manager_id, 1 from colleague c
        where c.manager_id is not null and c.id in (select cast(p as uuid)
          from jsonb_array_elements_text(cast(cast(:people as text) as jsonb)) p)
        union all
        select line.person, c.manager_id, line.depth + 1
        from line join colleague c on c.id = line.above
        where c.manager_id is not null)
      cycle above set looped using path
      select line.person, line.above, c.status = 'ACTIVE' as at_work
      from line join colleague c on c.id = line.above
      where not line.looped
      order by line.person, line.depth
      """;

  private static final String SERVED =
      """
      select c.id as person, c.org_unit as unit from colleague c
      where c.id in (select cast(p as uuid)
          from jsonb_array_elements_text(cast(cast(:people as text) as jsonb)) p)
        and exists (select 1 from colleague_hr_unit u join colleague hr on hr.id = u.person_id
          where u.org_unit = c.org_unit and hr.status = 'ACTIVE' and u.valid_from <= :today
            and (u.valid_to is null or u.valid_to >= :today))
      """;

  private static final String UNITS =
      """
      select u.org_unit as unit from colleague_hr_unit u
      where u.person_id = :person and u.valid_from <= :today
        and (u.valid_to is null or u.valid_to >= :today)
      """;

  private static final String CALLING =
      """
      select c.id from colleague c where c.external_id = :id and c.status <> 'TERMINATED'
      order by c.told_at desc, c.id desc limit 1
      """;

  private static final String AWAY =
      """
      select c.id as person from colleague c
      where c.id in (select cast(p as uuid)
          from jsonb_array_elements_text(cast(cast(:people as text) as jsonb)) p)
        and
      """
          + Absences.AWAY;

  private static final String AT_WORK =
      """
      select c.id as person from colleague c
      where c.id in (select cast(p as uuid)
          from jsonb_array_elements_text(cast(cast(:people as text) as jsonb)) p)
        and c.status = 'ACTIVE'
      """;

  private record Above(UUID person, UUID above, boolean atWork) {}

  private final Caller caller;
  private final List<Delegations> delegations;
  private final Clock clock;

  Colleagues(Caller caller, @All List<Delegations> delegations, Clock clock) {
    this.caller = caller;
    this.delegations = delegations;
    this.clock = clock;
  }

  Uni<Responsibles> responsibles(Mutiny.Session session, Set<UUID> people) {
    return lines(session, people)
        .map(lines -> byPerson(lines.stream().filter(Above::atWork)))
        .chain(
            above ->
                away(session, people)
                    .chain(
                        away ->
                            represented(session)
                                .chain(
                                    represented ->
                                        served(session, people)
                                            .map(
                                                units ->
                                                    new Responsibles(
                                                        above, away, represented, units)))));
  }

  /** Who is at work of each of these and of those above them, the nearest first. */
  Uni<Map<UUID, List<UUID>>> upFrom(Mutiny.Session session, Set<UUID> people) {
    return people.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : Rows.of(session, AT_WORK)
            .bind("people", Json.write(people))
            .list(row -> row.uuid("person"))
            .chain(
                atWork ->
                    lines(session, people)
                        .map(lines -> byPerson(lines.stream().filter(Above::atWork)))
                        .map(above -> upFrom(people, Set.copyOf(atWork), above)));
  }

  private static Map<UUID, List<UUID>> upFrom(
      Set<UUID> people, Set<UUID> atWork, Map<UUID, List<UUID>> above) {
    return people.stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                person ->
                    Stream.concat(
                            Stream.of(person).filter(atWork::contains),
                            above.getOrDefault(person, List.of()).stream())
                        .toList()));
  }

  /** Who has asked somebody to act for them today, with the kinds of duty. */
  Uni<Map<UUID, Set<String>>> represented(Mutiny.Session session) {
    return delegations.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : delegations.get(0).represented(session);
  }

  private Uni<Set<UUID>> away(Mutiny.Session session, Set<UUID> people) {
    return Rows.of(session, AWAY)
        .bind("people", Json.write(people))
        .bind("longest", Absences.longest(clock))
        .list(row -> row.uuid("person"))
        .map(Set::copyOf);
  }

  /** Those of the people who are below this one, at any depth. */
  Uni<Set<UUID>> below(Mutiny.Session session, UUID person, Set<UUID> people) {
    return lines(session, people)
        .map(
            lines ->
                lines.stream()
                    .filter(line -> line.above().equals(person))
                    .map(Above::person)
                    .collect(Collectors.toSet()));
  }

  private static Uni<List<Above>> lines(Mutiny.Session session, Set<UUID> people) {
    return people.isEmpty()
        ? Uni.createFrom().item(List.of())
        : Rows.of(session, ABOVE)
            .bind("people", Json.write(people))
            .list(row -> new Above(row.uuid("person"), row.uuid("above"), row.flag("at_work")));
  }

  private static Map<UUID, List<UUID>> byPerson(Stream<Above> lines) {
    return lines.collect(
        Collectors.groupingBy(
            Above::person, Collectors.mapping(Above::above, Collectors.toList())));
  }

  /** The unit of each whose unit somebody at work serves as HR today. */
  Uni<Map<UUID, String>> served(Mutiny.Session session, Set<UUID> people) {
    return Rows.of(session, SERVED)
        .bind("people", Json.write(people))
        .bind("today", LocalDate.now(clock))
        .list(row -> Map.entry(row.uuid("person"), row.text("unit")))
        .map(
            units ->
                units.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /**
   * @return fails with 403 for a client, and for a person who doesn't work here
   */
  Uni<Worker> caller(Mutiny.Session session) {
    return Uni.createFrom()
        .item(() -> caller.employeeExternalId().orElseThrow(Caller::unknown))
        .chain(id -> Rows.of(session, CALLING).bind("id", id).atMostOne(row -> row.uuid("id")))
        .map(found -> found.orElseThrow(Caller::unknown))
        .chain(person -> worker(session, person));
  }

  private Uni<Worker> worker(Mutiny.Session session, UUID person) {
    return lines(session, Set.of(person))
        .map(
            lines ->
                Stream.concat(Stream.of(person), lines.stream().map(Above::above))
                    .collect(Collectors.toSet()))
        .chain(
            closed ->
                units(session, person)
                    .chain(
                        units ->
                            actsFor(session, person)
                                .map(
                                    actsFor ->
                                        new Worker(
                                            person,
                                            Set.copyOf(caller.roles()),
                                            units,
                                            actsFor,
                                            closed))));
  }

  private Uni<Map<UUID, Set<String>>> actsFor(Mutiny.Session session, UUID person) {
    return delegations.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : delegations.get(0).to(session, person);
  }

  private Uni<Set<String>> units(Mutiny.Session session, UUID person) {
    return Rows.of(session, UNITS)
        .bind("person", person)
        .bind("today", LocalDate.now(clock))
        .list(row -> row.text("unit"))
        .map(Set::copyOf);
  }
}
