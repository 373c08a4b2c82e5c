package org.evenhand.review.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What rows of one file can have against each other; each check is one statement over all rows. */
@ApplicationScoped
class OrgPlanChecks {

  /** So many rows about one person are a broken export, and they are held in memory together. */
  private static final int MOST_ROWS_OF_A_PERSON = 50;

  private static final String REFUSING =
      """
      , written as (
        insert into import_error (import_id, row, "column", detail)
        select :import, row, "column", detail from refusal
        returning row)
      update import_row set refused = true
      where import_id = :import and row in (select row from written)
      """;

  private static final String REPEATED =
      """
      with groups as (
        select array_agg(row order by row) as rows
        from org_import_plan join import_row sent using (import_id, row)
        where import_id = :import and not sent.refused
        group by external_id, assignment_id, relationship
        having count(*) > 1),
      crowds as (
        select array_agg(row) as rows
        from org_import_plan where import_id = :import
        group by external_id having count(*) > %d),
      refusal(row, "column", detail) as (
        select unnest(rows), 'externalId',
          'stands in several rows with the same assignment and relationship: '
            || array_to_string(trim_array(rows, greatest(cardinality(rows) - 5, 0)), ', ')
        from groups
        union all
        select unnest(rows), 'externalId', 'stands in more than %1$d rows' from crowds)
      """
          .formatted(MOST_ROWS_OF_A_PERSON);

  private static final String RESOLVE_MANAGERS =
      """
      update org_import_plan plan set manager_id = found.id
      from (
        select external_id, id from employee
        where external_id in
          (select manager_external_id from org_import_plan where import_id = :import)
        union
        select external_id, employee_id from org_import_person where import_id = :import) found
      where plan.import_id = :import and plan.manager_external_id = found.external_id
      """;

  private static final String UNKNOWN_MANAGERS =
      """
      with refusal(row, "column", detail) as (
        select row, 'managerExternalId', 'is nobody whom the directory or this file knows'
        from org_import_plan plan join import_row sent using (import_id, row)
        where import_id = :import and not sent.refused
          and plan.manager_external_id is not null and plan.manager_id is null)
      """;

  /** A newcomer none of whose rows holds will not exist, and a dotted line needs its assignment. */
  private static final String LEFT_HANGING =
      """
      with holding as materialized (
        select plan.* from org_import_plan plan join import_row sent using (import_id, row)
        where import_id = :import and not sent.refused),
      refusal(row, "column", detail) as (
        select row, 'managerExternalId', 'is somebody whose own row in this file is refused'
        from holding join org_import_person manager
          on manager.import_id = :import and manager.external_id = holding.manager_external_id
        where not manager.known and not exists (
          select 1 from holding own where own.external_id = manager.external_id)
        union all
        select dotted.row, 'relationship', 'belongs to row ' || line.row || ', which is refused'
        from holding dotted
        join org_import_plan line on line.import_id = :import
          and line.external_id = dotted.external_id and line.relationship = 'LINE'
          and line.assignment_id is not distinct from dotted.assignment_id
        where dotted.relationship = 'DOTTED'
          and not exists (select 1 from holding where holding.row = line.row))
      """;

  /** Follows the lines up as they will be; whoever meets themself is above themself. */
  private static final String CIRCLES =
      """
      with recursive told as materialized (
        select plan.row, plan.assignment_id, person.employee_id as employee,
               plan.manager_id as above
        from org_import_plan plan
        join import_row sent using (import_id, row)
        join org_import_person person using (import_id, external_id)
        where import_id = :import and not sent.refused and plan.manager_told
          and plan.relationship = 'LINE' and plan.action <> 'TERMINATE'),
      lines as materialized (
        select employee, above from told where above is not null
        union
        select employee_id, line_manager_id from assignment
        where line_manager_id is not null and (main or ended_on is null)
          and not exists (
            select 1 from told where told.employee = assignment.employee_id
              and (told.assignment_id = assignment.assignment_id
                   or (told.assignment_id is null and assignment.main)))),
      up(start, at) as (
        select employee, above from told where above is not null
        union
        select up.start, lines.above from up join lines on lines.employee = up.at
        where up.at <> up.start),
      circular as (select start from up where at = start),
      refusal(row, "column", detail) as (
        select told.row, 'managerExternalId',
          'closes a circle of managers, with the rows '
            || (select string_agg(cast(other.row as text), ', ' order by other.row)
                from up join told other on other.employee = up.at
                where up.start = told.employee
                  and up.at in (select start from circular))
        from told where employee in (select start from circular))
      """;

  Uni<Void> refuseRepeated(Mutiny.Session session, UUID importId) {
    return refuse(session, importId, REPEATED).replaceWithVoid();
  }

  Uni<Void> refuseUnknownManagers(Mutiny.Session session, UUID importId) {
    return session
        .createNativeQuery(RESOLVE_MANAGERS)
        .setParameter("import", importId)
        .executeUpdate()
        .chain(() -> refuse(session, importId, UNKNOWN_MANAGERS))
        .replaceWithVoid();
  }

  /** A row that falls can take others with it, and the lines change with each: until all hold. */
  Uni<Void> refuseBrokenLines(Mutiny.Session session, UUID importId) {
    return refuse(session, importId, LEFT_HANGING)
        .chain(
            hanging ->
                refuse(session, importId, CIRCLES)
                    .chain(
                        circular ->
                            hanging + circular == 0
                                ? Uni.createFrom().voidItem()
                                : refuseBrokenLines(session, importId)));
  }

  private static Uni<Integer> refuse(Mutiny.Session session, UUID importId, String check) {
    return session
        .createNativeQuery(check + REFUSING)
        .setParameter("import", importId)
        .executeUpdate();
  }
}
