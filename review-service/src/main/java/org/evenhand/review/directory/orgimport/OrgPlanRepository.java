package org.evenhand.review.directory.orgimport;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.imports.CellChange;
import org.evenhand.kit.data.imports.StagedImport;
import org.evenhand.kit.data.imports.file.ImportRow;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.review.directory.orgrules.Effect;
import org.evenhand.review.directory.orgrules.OrgRow;
import org.evenhand.review.directory.orgrules.OrgSimulation.PlannedRow;
import org.evenhand.review.directory.orgrules.OrgSimulation.SimulatedRow;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The table in which an import's plan is kept while it is made and carried out. */
@ApplicationScoped
class OrgPlanRepository {

  private static final int PERSONS = 1_000;
  private static final int MANY = 1_000;
  private static final TypeReference<Map<String, String>> CELLS = new TypeReference<>() {};
  private static final TypeReference<List<CellChange>> CHANGES = new TypeReference<>() {};
  private static final TypeReference<List<Violation>> WARNINGS = new TypeReference<>() {};

  /**
   * Somebody whom the file is about.
   *
   * @param known whether the directory knew them before the file
   */
  record Subject(String externalId, UUID employeeId, boolean known) {}

  /**
   * What is going to happen by a row.
   *
   * @param outcome null where nobody had to know before it happens
   */
  record Step(
      long row,
      UUID employeeId,
      @Nullable UUID managerId,
      @Nullable Effect outcome,
      List<CellChange> changes,
      List<Violation> warnings) {}

  /**
   * What each row is about, but for an UPSERT that says of somebody unknown that they have left.
   * Those that are refused already stand here too, so that whoever rests on one of them can be told
   * which. A newcomer has an id before anything is written of them, a UUIDv7 as all of ours, so
   * that their reports can point to them whichever comes first.
   */
  Uni<Integer> gather(StagedImport sent) {
    return sent.write(
        """
        , told as materialized (
          select row, "externalId" as external_id, "assignmentId" as assignment_id,
            coalesce(relationship, 'LINE') as relationship,
            case when action = 'UPSERT' and "employmentStatus" = 'TERMINATED' then 'TERMINATE'
              else coalesce(action, '') end as action,
            coalesce(action = 'UPSERT', false) as upserted, "managerExternalId" as manager
          from staged cross join lateral jsonb_to_record("values") as cells(
            "externalId" text, "assignmentId" text, relationship text, action text,
            "employmentStatus" text, "managerExternalId" text)
          where "externalId" is not null),
        person as materialized (
          select external_id, coalesce(id, uuidv7()) as employee_id, id is not null as known,
            coalesce(status = 'TERMINATED', true) as away
          from (select distinct external_id from told) named left join employee using (external_id))
        insert into org_import_plan (import_id, row, external_id, assignment_id, relationship,
          action, manager_told, manager_external_id, employee_id, known, manager_id)
        select :import, row, told.external_id, assignment_id, relationship, action,
          told.manager is not null or action in ('HIRE', 'REHIRE')
            or action = 'UPSERT' and person.away,
          nullif(told.manager, '-'), person.employee_id, person.known,
          coalesce(manager.employee_id, elsewhere.id)
        from told join person using (external_id)
        left join person manager on manager.external_id = nullif(told.manager, '-')
        left join employee elsewhere on elsewhere.external_id = nullif(told.manager, '-')
        where person.known or not (upserted and action = 'TERMINATE')
        """);
  }

  /**
   * Tells the planner what has come into the table within this transaction. Of a long file each
   * look at a few rows would be a walk over all of them otherwise.
   */
  Uni<Void> takeStock(Mutiny.Session session, StagedImport sent) {
    return sent.rows() < MANY
        ? Uni.createFrom().voidItem()
        : session
            .createNativeQuery("analyze org_import_plan", new AffectedEntities())
            .executeUpdate()
            .replaceWithVoid();
  }

  /**
   * @param anew only those of whom a row is refused: what the others of their rows come to may rest
   *     on it
   */
  Uni<List<Subject>> subjectsAfter(StagedImport sent, String after, boolean anew) {
    return sent.select(
            """
            select distinct external_id, employee_id, known from org_import_plan
            where import_id = :import and external_id > :after
              and (not :anew or external_id in (
                select external_id from org_import_plan join staged using (row)
                where import_id = :import and refused))
            order by external_id
            """)
        .bind("after", after)
        .bind("anew", anew)
        .limit(PERSONS)
        .list(
            row ->
                new Subject(row.text("external_id"), row.uuid("employee_id"), row.flag("known")));
  }

  Uni<List<PlannedRow>> plannedRows(StagedImport sent, List<Subject> subjects) {
    return sent.select(
            """
            select row, cast("values" as text) as cells, employee_id, manager_id
            from org_import_plan join staged using (row)
            where import_id = :import and external_id = any(:subjects) and not refused
            order by row
            """)
        .bind("subjects", subjects.stream().map(Subject::externalId).toArray(String[]::new))
        .list(
            row ->
                new PlannedRow(
                    new OrgRow(new ImportRow(row.bigint("row"), row.json("cells", CELLS))),
                    row.uuid("employee_id"),
                    row.orNull("manager_id", Row::uuid)));
  }

  Uni<Void> recordOutcomes(Mutiny.Session session, StagedImport sent, List<SimulatedRow> outcomes) {
    if (outcomes.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return session
        .createNativeQuery(
            """
            update org_import_plan plan
            set outcome = simulated.outcome, leaves = simulated.leaves,
              changes = simulated.changes, warnings = simulated.warnings
            from jsonb_to_recordset(cast(cast(:outcomes as text) as jsonb)) as simulated(
              row bigint, outcome text, leaves boolean, changes jsonb, warnings jsonb)
            where plan.import_id = :import and plan.row = simulated.row
            """,
            new AffectedEntities())
        .setParameter("import", sent.id())
        .setParameter("outcomes", Json.write(outcomes))
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Of these rows, which follow each other. */
  Uni<Map<Long, Step>> steps(StagedImport sent, List<ImportRow> chunk) {
    return sent.select(
            """
            select row, employee_id, manager_id, outcome, cast(changes as text) as changes,
              cast(warnings as text) as warnings
            from org_import_plan
            where import_id = :import and row between :first and :last
            """)
        .bind("first", chunk.get(0).row())
        .bind("last", chunk.get(chunk.size() - 1).row())
        .list(OrgPlanRepository::step)
        .map(steps -> steps.stream().collect(Collectors.toMap(Step::row, Function.identity())));
  }

  private static Step step(Row row) {
    return new Step(
        row.bigint("row"),
        row.uuid("employee_id"),
        row.orNull("manager_id", Row::uuid),
        row.orNull("outcome", (each, column) -> each.constant(column, Effect.class)),
        row.json("changes", CHANGES),
        row.json("warnings", WARNINGS));
  }

  /** What has been recorded by now is known, and new keys are held against it. */
  Uni<Integer> rememberKeys(StagedImport sent) {
    return sent.write(
        """
        insert into directory_key ("column", key)
        select distinct "column", key
        from org_import_plan join staged using (row) cross join lateral (values
          ('orgUnit', "values" ->> 'orgUnit'), ('jobLevel', "values" ->> 'jobLevel'),
          ('jobFamily', "values" ->> 'jobFamily'), ('workLocation', "values" ->> 'workLocation'),
          ('legalEntity', "values" ->> 'legalEntity')) as cell("column", key)
        where import_id = :import and not refused and action <> 'TERMINATE' and key is not null
        order by "column", key
        on conflict do nothing
        """);
  }

  /** Clears away the plans of imports that have ended, however they ended. */
  Uni<Void> clearEnded(Mutiny.Session session) {
    return session
        .createNativeQuery(
            """
            delete from org_import_plan
            where import_id in (select id from import where finished_at is not null)
            """,
            new AffectedEntities())
        .executeUpdate()
        .replaceWithVoid();
  }
}
