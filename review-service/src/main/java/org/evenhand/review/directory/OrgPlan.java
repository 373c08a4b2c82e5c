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
import org.evenhand.kit.data.imports.CellChange;
import org.evenhand.kit.data.imports.ImportRow;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.web.problem.Violation;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The tables in which an import's plan is kept while it is made and carried out. */
@ApplicationScoped
class OrgPlan {

  private static final int ROWS = 1000;
  private static final int PERSONS = 300;
  private static final int MANY = 1_000;
  private static final TypeReference<Map<String, String>> CELLS = new TypeReference<>() {};
  private static final TypeReference<List<CellChange>> CHANGES = new TypeReference<>() {};
  private static final TypeReference<List<Violation>> WARNINGS = new TypeReference<>() {};

  /** Somebody whom the file is about, and our id of them. */
  record Person(String externalId, UUID employeeId) {}

  /** A row with everything that the rules need beside the employee. */
  record Foreseeable(OrgRow row, UUID employeeId, @Nullable UUID managerId) {}

  /** What a row will come to. */
  record Foreseen(long row, Effect outcome, List<CellChange> changes, List<Violation> warnings) {}

  /** What is going to happen by a row. */
  record Step(
      UUID employeeId,
      @Nullable UUID managerId,
      Effect outcome,
      List<CellChange> changes,
      List<Violation> warnings) {}

  /**
   * What each row is about. Those that are refused already stand here too, so that whoever rests on
   * one of them can be told which.
   */
  Uni<Void> gatherRows(Mutiny.Session session, UUID importId) {
    return session
        .createNativeQuery(
            """
            insert into org_import_plan (import_id, row, external_id, assignment_id, relationship,
              action, manager_told, manager_external_id)
            select import_id, row, "externalId", "assignmentId", coalesce(relationship, 'LINE'),
              coalesce(action, ''),
              coalesce(action in ('HIRE', 'REHIRE'), false) or "managerExternalId" is not null,
              nullif("managerExternalId", '-')
            from import_row cross join lateral jsonb_to_record("values") as cells(
              "externalId" text, "assignmentId" text, relationship text, action text,
              "managerExternalId" text)
            where import_id = :import and "externalId" is not null
            """)
        .setParameter("import", importId)
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
                        .createNativeQuery("analyze org_import_plan, org_import_person")
                        .executeUpdate()
                        .replaceWithVoid());
  }

  /**
   * @param anew only those of whom a row is refused: what the others of their rows come to may rest
   *     on it
   */
  Uni<List<Person>> personsAfter(
      Mutiny.Session session, UUID importId, String after, boolean anew) {
    return session
        .createNativeQuery(
            """
            select external_id, employee_id from org_import_person
            where import_id = :import and external_id > :after
              and (not :anew or external_id in (
                select plan.external_id from org_import_plan plan
                join import_row sent using (import_id, row)
                where import_id = :import and sent.refused))
            order by external_id
            """,
            Tuple.class)
        .setParameter("import", importId)
        .setParameter("after", after)
        .setParameter("anew", anew)
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
                                new OrgRow(new ImportRow(r.get(0, Long.class), cells(r, 1))),
                                r.get(2, UUID.class),
                                r.get(3, UUID.class)))
                    .toList());
  }

  Uni<Void> foresee(Mutiny.Session session, UUID importId, List<Foreseen> outcomes) {
    return session
        .createNativeQuery(
            """
            update org_import_plan plan
            set outcome = foreseen.outcome, changes = foreseen.changes, warnings = foreseen.warnings
            from jsonb_to_recordset(cast(cast(:outcomes as text) as jsonb))
              as foreseen(row bigint, outcome text, changes jsonb, warnings jsonb)
            where plan.import_id = :import and plan.row = foreseen.row
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
            select row, person.employee_id, plan.manager_id, plan.outcome,
              cast(plan.changes as text), cast(plan.warnings as text)
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
                                    Effect.valueOf(r.get(3, String.class)),
                                    read(r.get(4, String.class), CHANGES),
                                    read(r.get(5, String.class), WARNINGS)))));
  }

  /** What has been recorded by now is known, and new keys are held against it. */
  Uni<Void> rememberKeys(Mutiny.Session session, UUID importId) {
    return session
        .createNativeQuery(
            """
            insert into directory_key ("column", key)
            select distinct cell.key, cell.value
            from import_row cross join lateral jsonb_each_text("values") cell
            where import_id = :import and not refused
              and cell.key in ('orgUnit', 'jobLevel', 'jobFamily', 'workLocation', 'legalEntity')
              and "values" ->> 'action' <> 'TERMINATE'
            order by cell.key, cell.value
            on conflict do nothing
            """)
        .setParameter("import", importId)
        .executeUpdate()
        .replaceWithVoid();
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
    return read(row.get(column, String.class), CELLS);
  }

  private static <T> T read(String json, TypeReference<T> type) {
    try {
      return Json.mapper().readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A staged row is not as it was written", e);
    }
  }
}
