package org.evenhand.review.directory.people;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Loads employees whole, assignments included. */
@ApplicationScoped
public class EmployeeRepository {

  private static final String WHOLE = "from Employee e left join fetch e.assignments ";
  private static final UUID LOWEST = new UUID(0, 0);

  public Uni<List<Employee>> byIds(Mutiny.Session session, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    if (ids.size() == 1) {
      return one(session, "e.id", ids.iterator().next());
    }
    return session
        .createSelectionQuery(WHOLE + "where e.id in (:ids)", Employee.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  public Uni<List<Employee>> byExternalIds(Mutiny.Session session, Collection<String> externalIds) {
    if (externalIds.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    if (externalIds.size() == 1) {
      return one(session, "e.externalId", externalIds.iterator().next());
    }
    return session
        .createSelectionQuery(WHOLE + "where e.externalId in (:ids)", Employee.class)
        .setParameter("ids", externalIds)
        .getResultList();
  }

  /** Without a list: how long one is decides about the SQL, which is then made anew each time. */
  private static Uni<List<Employee>> one(Mutiny.Session session, String attribute, Object id) {
    return session
        .createSelectionQuery(WHOLE + "where " + attribute + " = :id", Employee.class)
        .setParameter("id", id)
        .getResultList();
  }

  /** As the session knows the employee already, or else without assignments. */
  public Uni<Optional<Employee>> named(Mutiny.Session session, UUID id) {
    return session.find(Employee.class, id).map(Optional::ofNullable);
  }

  public Uni<Map<UUID, String>> externalIds(Mutiny.Session session, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return Rows.of(session, "select id, external_id from employee where id = any(:ids)")
        .bind("ids", ids.toArray(UUID[]::new))
        .list(row -> Map.entry(row.uuid("id"), row.text("external_id")))
        .map(
            found ->
                found.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  public Uni<Names> names(Mutiny.Session session, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Uni.createFrom().item(Names.WITHHELD);
    }
    return Rows.unflushed(
            session,
            "select id, external_id, given_name, family_name from employee where id = any(:ids)")
        .bind("ids", ids.toArray(UUID[]::new))
        .list(
            row ->
                Map.entry(
                    row.uuid("id"),
                    new Names.Known(
                        row.text("external_id"),
                        Employee.name(row.text("given_name"), row.text("family_name")))))
        .map(
            found ->
                new Names(
                    found.stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
  }

  /**
   * Those who are known, held against anybody else who would change them until the transaction
   * ends; in one order for all.
   */
  public Uni<List<Employee>> held(Mutiny.Session session, Collection<UUID> ids) {
    return Rows.unflushed(
            session, "select id from employee where id = any(:ids) order by id for no key update")
        .bind("ids", ids.toArray(UUID[]::new))
        .list(row -> row.uuid("id"))
        .chain(known -> byIds(session, known));
  }

  public Uni<Void> lockByExternalId(Mutiny.Session session, String externalId) {
    return Rows.of(session, "select id from employee where external_id = :id for no key update")
        .bind("id", externalId)
        .run();
  }

  public Uni<List<Assignment>> population(
      Mutiny.Session session,
      Collection<String> orgUnits,
      LocalDate on,
      @Nullable UUID after,
      int limit) {
    return session
        .createSelectionQuery(
            """
            from Assignment a join fetch a.employee e
            where a.id > :after and e.person.status <> TERMINATED
              and a.startedOn <= :on and (a.endedOn is null or a.endedOn > :on)
              and (:everywhere = true or a.position.orgUnit in (:units))
            order by a.id
            """,
            Assignment.class)
        .setParameter("after", after == null ? LOWEST : after)
        .setParameter("on", on)
        .setParameter("everywhere", orgUnits.isEmpty())
        .setParameter("units", orgUnits.isEmpty() ? List.of("") : List.copyOf(orgUnits))
        .setMaxResults(limit)
        .getResultList();
  }

  public static Map<UUID, Employee> byId(List<Employee> employees) {
    return employees.stream().collect(Collectors.toMap(Employee::id, Function.identity()));
  }

  public static Map<String, Employee> byExternalId(List<Employee> employees) {
    return employees.stream().collect(Collectors.toMap(Employee::externalId, Function.identity()));
  }
}
