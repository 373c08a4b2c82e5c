package org.evenhand.review.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.web.Violation;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The tables in which an import's plan is kept while it is made and carried out. */
@ApplicationScoped
class OrgPlan {

  private static final int ROWS = 1000;
  private static final int PERSONS = 300;
  private static final int MANY = 1_000;
  private static final TypeReference<Map<String, String>> CELLS = new TypeReference<>() {};

  /** A row as it was sent. */
  record Raw(long row, Map<String, String> values) {}

  /** What a row is about. */
  record Planned(
      long row,
      String externalId,
      @Nullable String assignmentId,
      Relationship relationship,
      OrgAction action,
      boolean managerTold,
      @Nullable String managerExternalId) {

    static Planned of(long number, OrgRow row) {
      return new Planned(
          number,
          row.externalId(),
          row.assignmentId(),
          row.relationship(),
          row.action(),
          row.managerTold(),
          row.managerExternalId());
    }
  }

  /** Somebody whom the file is about, and our id of them. */
  record Person(String externalId, UUID employeeId) {}

  /** A row with everything that the rules need beside the employee. */
  record Foreseeable(
      long row, Map<String, String> values, UUID employeeId, @Nullable UUID managerId) {}

  /** What is going to happen by a row. */
  record Step(UUID employeeId, @Nullable UUID managerId, Effect outcome) {}

  Uni<List<Raw>> rowsAfter(Mutiny.Session session, UUID importId, long after) {
    return session
        .createNativeQuery(
            """
            select row, cast("values" as text) from import_row
            where import_id = :import and row > :after and not refused order by row
            """,
            Tuple.class)
        .setParameter("import", importId)
        .setParameter("after", after)
        .setMaxResults(ROWS)
        .getResultList()
        .map(rows -> rows.stream().map(r -> new Raw(r.get(0, Long.class), cells(r, 1))).toList());
  }

  Uni<Void> insert(Mutiny.Session session, UUID importId, List<Planned> rows) {
    return session
        .createNativeQuery(
            """
            insert into org_import_plan
            select :import, row, "externalId", "assignmentId", relationship, action,
                   "managerTold", "managerExternalId"
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as planned(
              row bigint, "externalId" text, "assignmentId" text, relationship text, action text,
              "managerTold" boolean, "managerExternalId" text)
            """)
        .setParameter("import", importId)
        .setParameter("rows", Json.write(rows))
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Refuses rows for good; the rest of this import passes over them. */
  Uni<Void> refuse(Mutiny.Session session, UUID importId, List<Violation> violations) {
    if (violations.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return session
        .createNativeQuery(
            """
            with refusal as (
              insert into import_error (import_id, row, "column", detail)
              select :import, row, "column", detail
              from jsonb_to_recordset(cast(cast(:violations as text) as jsonb))
                as violation(row bigint, "column" text, detail text)
              returning row)
            update import_row set refused = true
            where import_id = :import and row in (select row from refusal)
            """)
        .setParameter("import", importId)
        .setParameter("violations", Json.write(violations))
        .executeUpdate()
        .replaceWithVoid();
  }

  Uni<Void> gatherPersons(Mutiny.Session session, UUID importId) {
    return session
        .createNativeQuery(
            """
            insert into org_import_person
            select :import, told.external_id, known.id, known.id is not null
            from (select distinct external_id from org_import_plan plan
                  join import_row row using (import_id, row)
                  where import_id = :import and not row.refused) told
            left join employee known using (external_id)
            """)
        .setParameter("import", importId)
        .executeUpdate()
        .replaceWithVoid();
  }

  Uni<List<String>> unnamedAfter(Mutiny.Session session, UUID importId, String after) {
    return session
        .createNativeQuery(
            """
            select external_id from org_import_person
            where import_id = :import and external_id > :after and employee_id is null
            order by external_id
            """,
            String.class)
        .setParameter("import", importId)
        .setParameter("after", after)
        .setMaxResults(ROWS)
        .getResultList();
  }

  Uni<Void> name(Mutiny.Session session, UUID importId, List<Person> newcomers) {
    return session
        .createNativeQuery(
            """
            update org_import_person person set employee_id = named."employeeId"
            from jsonb_to_recordset(cast(cast(:named as text) as jsonb))
              as named("externalId" text, "employeeId" uuid)
            where person.import_id = :import and person.external_id = named."externalId"
            """)
        .setParameter("import", importId)
        .setParameter("named", Json.write(newcomers))
        .executeUpdate()
        .replaceWithVoid();
  }

  /**
   * Tells the planner what has come into the tables within this transaction. Of a long file each
   * look at a few hundred rows would be a walk over all of them otherwise.
   */
  Uni<Void> takeStock(Mutiny.Session session, UUID importId) {
    return session
        .createNativeQuery("select rows from import where id = :import", Long.class)
        .setParameter("import", importId)
        .getSingleResult()
        .chain(
            rows ->
                rows < MANY
                    ? Uni.createFrom().voidItem()
                    : session
                        .createNativeQuery("analyze import_row, org_import_plan, org_import_person")
                        .executeUpdate()
                        .replaceWithVoid());
  }

  Uni<List<Person>> personsAfter(Mutiny.Session session, UUID importId, String after) {
    return session
        .createNativeQuery(
            """
            select external_id, employee_id from org_import_person
            where import_id = :import and external_id > :after order by external_id
            """,
            Tuple.class)
        .setParameter("import", importId)
        .setParameter("after", after)
        .setMaxResults(PERSONS)
        .getResultList()
        .map(
            rows ->
                rows.stream()
                    .map(r -> new Person(r.get(0, String.class), r.get(1, UUID.class)))
                    .toList());
  }

  Uni<List<Foreseeable>> foreseeable(
      Mutiny.Session session, UUID importId, List<String> externalIds) {
    return session
        .createNativeQuery(
            """
            select row, cast(sent."values" as text), person.employee_id, plan.manager_id
            from org_import_plan plan
            join import_row sent using (import_id, row)
            join org_import_person person using (import_id, external_id)
            where import_id = :import and external_id in (:persons) and not sent.refused
            order by row
            """,
            Tuple.class)
        .setParameter("import", importId)
        .setParameter("persons", externalIds)
        .getResultList()
        .map(
            rows ->
                rows.stream()
                    .map(
                        r ->
                            new Foreseeable(
                                r.get(0, Long.class),
                                cells(r, 1),
                                r.get(2, UUID.class),
                                r.get(3, UUID.class)))
                    .toList());
  }

  Uni<Void> foresee(Mutiny.Session session, UUID importId, Map<Long, Effect> outcomes) {
    return session
        .createNativeQuery(
            """
            update org_import_plan plan set outcome = foreseen.value
            from jsonb_each_text(cast(cast(:outcomes as text) as jsonb)) foreseen
            where plan.import_id = :import and plan.row = cast(foreseen.key as bigint)
            """)
        .setParameter("import", importId)
        .setParameter("outcomes", Json.write(outcomes))
        .executeUpdate()
        .replaceWithVoid();
  }

  Uni<Map<Long, Step>> steps(Mutiny.Session session, UUID importId, List<Long> rows) {
    return session
        .createNativeQuery(
            """
            select row, person.employee_id, plan.manager_id, plan.outcome
            from org_import_plan plan join org_import_person person using (import_id, external_id)
            where import_id = :import and row in (:rows)
            """,
            Tuple.class)
        .setParameter("import", importId)
        .setParameter("rows", rows)
        .getResultList()
        .map(
            found ->
                found.stream()
                    .collect(
                        Collectors.toMap(
                            r -> r.get(0, Long.class),
                            r ->
                                new Step(
                                    r.get(1, UUID.class),
                                    r.get(2, UUID.class),
                                    Effect.valueOf(r.get(3, String.class))))));
  }

  /** Clears away the plans of imports that have ended, however they ended. */
  Uni<Void> clearEnded(Mutiny.Session session) {
    return clearEnded(session, "delete from org_import_plan")
        .chain(() -> clearEnded(session, "delete from org_import_person"))
        .replaceWithVoid();
  }

  private static Uni<Integer> clearEnded(Mutiny.Session session, String delete) {
    return session
        .createNativeQuery(
            delete + " where import_id in (select id from import where finished_at is not null)")
        .executeUpdate();
  }

  private static Map<String, String> cells(Tuple row, int column) {
    try {
      return Json.mapper().readValue(row.get(column, String.class), CELLS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A staged row is no JSON object of texts", e);
    }
  }
}
