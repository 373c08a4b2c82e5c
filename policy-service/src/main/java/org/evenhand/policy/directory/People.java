package org.evenhand.policy.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.kit.data.caller.CallerDirectory;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.security.Caller;
import org.evenhand.policy.content.Scope;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds people of the directory. */
@ApplicationScoped
public class People implements CallerDirectory {

  private final Caller caller;

  public People(Caller caller) {
    this.caller = caller;
  }

  @Override
  public Uni<Actor> require(Mutiny.Session session, Caller caller) {
    return caller(session);
  }

  /**
   * The caller of the present request: a person who works here, or a client.
   *
   * @throws Problem EMPLOYEE_UNKNOWN for a person who has left or never worked here
   */
  public Uni<Actor> caller(Mutiny.Session session) {
    Set<String> roles = Set.copyOf(caller.roles());
    Optional<String> externalId = caller.employeeExternalId();
    if (externalId.isEmpty()) {
      return Uni.createFrom().item(new Actor(null, roles));
    }
    return named(session, Set.of(externalId.get()))
        .map(found -> Optional.ofNullable(found.get(externalId.get())).orElseThrow(Caller::unknown))
        .map(person -> new Actor(person.employeeId(), roles));
  }

  /** How many people who work here a scope covers. */
  public Uni<Long> count(Mutiny.Session session, Scope scope) {
    return Rows.of(
            session,
            """
            select count(*) as people from person
            where status <> 'TERMINATED'
              and (cardinality(cast(:countries as text[])) = 0 or country = any (cast(:countries as text[])))
              and (cardinality(cast(:entities as text[])) = 0 or legal_entity = any (cast(:entities as text[])))
              and (cardinality(cast(:types as text[])) = 0 or worker_type = any (cast(:types as text[])))
            """)
        .bind("countries", scope.countries().toArray(String[]::new))
        .bind("entities", scope.legalEntities().toArray(String[]::new))
        .bind("types", scope.workerTypes().toArray(String[]::new))
        .one(row -> row.bigint("people"));
  }

  /**
   * Those of the named people who work here, by externalId. While an externalId passes from one
   * person to another, both hold it; it belongs to the one in the directory's later event.
   */
  public Uni<Map<String, Person>> named(Mutiny.Session session, Collection<String> externalIds) {
    return holders(session, externalIds)
        .map(
            people ->
                people.stream()
                    .filter(Person::working)
                    .collect(
                        Collectors.toMap(
                            Person::externalId, Function.identity(), (earlier, later) -> later)));
  }

  /**
   * Our id of a person whom the directory knows; a person who has left is found only if nobody else
   * with that externalId works here.
   */
  public Uni<Optional<UUID>> idOf(Mutiny.Session session, String externalId) {
    return holders(session, List.of(externalId))
        .map(people -> people.stream().reduce((earlier, later) -> later).map(Person::employeeId));
  }

  /**
   * People who have left come first, then people who work here, each in the order of the
   * directory's events.
   */
  private static Uni<List<Person>> holders(Mutiny.Session session, Collection<String> externalIds) {
    return session
        .createSelectionQuery(
            "from Person p where p.externalId in :ids order by"
                + " case p.status when 'TERMINATED' then 0 else 1 end, p.toldAt, p.employeeId",
            Person.class)
        .setParameter("ids", externalIds)
        .getResultList();
  }

  /** Those whom the directory knows, be it that they have left. */
  public Uni<Map<UUID, Person>> byIds(Mutiny.Session session, Collection<UUID> people) {
    return session
        .createSelectionQuery("from Person p where p.employeeId in :people", Person.class)
        .setParameter("people", people)
        .getResultList()
        .map(
            found ->
                found.stream().collect(Collectors.toMap(Person::employeeId, Function.identity())));
  }

  /** Which of these people have somebody reporting to them, in any assignment, who works here. */
  public Uni<Set<UUID>> leading(Mutiny.Session session, Collection<UUID> people) {
    return Rows.of(
            session,
            """
            select m.id from unnest(cast(:people as uuid[])) as m (id)
            where exists (select 1 from person_line r
              where r.above_id = m.id and r.status <> 'TERMINATED')
            """)
        .bind("people", people.toArray(UUID[]::new))
        .list(row -> row.uuid("id"))
        .map(Set::copyOf);
  }

  /** Which of these ids are of somebody whom the directory knows, also of who has left. */
  public Uni<Set<UUID>> known(Mutiny.Session session, Collection<UUID> people) {
    if (people.isEmpty()) {
      return Uni.createFrom().item(Set.of());
    }
    return session
        .createSelectionQuery(
            "select p.employeeId from Person p where p.employeeId in :people", UUID.class)
        .setParameter("people", people)
        .getResultList()
        .map(Set::copyOf);
  }

  /** Those of these people who are at work, and neither away nor gone. */
  public Uni<Set<UUID>> atWork(Mutiny.Session session, Collection<UUID> people) {
    return session
        .createSelectionQuery(
            "select p.employeeId from Person p where p.employeeId in :people"
                + " and p.status = 'ACTIVE'",
            UUID.class)
        .setParameter("people", people)
        .getResultList()
        .map(Set::copyOf);
  }

  /** The units of people; one who isn't assigned to any is missing. */
  public Uni<Map<UUID, String>> units(Mutiny.Session session, Collection<UUID> people) {
    return each(session, people, Person::orgUnit);
  }

  /** The places where people work; one of whom none is known is missing. */
  public Uni<Map<UUID, String>> workLocations(Mutiny.Session session, Collection<UUID> people) {
    return each(session, people, Person::workLocation);
  }

  private Uni<Map<UUID, String>> each(
      Mutiny.Session session, Collection<UUID> people, Function<Person, Optional<String>> what) {
    return byIds(session, people)
        .map(
            found ->
                found.values().stream()
                    .filter(person -> what.apply(person).isPresent())
                    .collect(
                        Collectors.toMap(
                            Person::employeeId, person -> what.apply(person).orElseThrow())));
  }

  /** Which of these people are at work and serve a unit as HR on a day. */
  public Uni<Set<UUID>> servingAsHr(
      Mutiny.Session session, Collection<UUID> people, LocalDate day) {
    return Rows.of(
            session,
            """
            select c.id from colleague c
            where c.id = any (cast(:people as uuid[])) and c.status = 'ACTIVE'
              and exists (select 1 from colleague_hr_unit u where u.person_id = c.id
                and u.valid_from <= :day and (u.valid_to is null or u.valid_to >= :day))
            """)
        .bind("people", people.toArray(UUID[]::new))
        .bind("day", day)
        .list(row -> row.uuid("id"))
        .map(Set::copyOf);
  }
}
