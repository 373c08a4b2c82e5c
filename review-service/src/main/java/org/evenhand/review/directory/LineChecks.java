package org.evenhand.review.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Supplier;
import org.evenhand.kit.data.imports.RowChecks;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Whether the lines that rows state lead to somebody who will be there, and don't bite their tail.
 */
@ApplicationScoped
class LineChecks {

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
      with unknown as materialized (
        select plan.row, plan.manager_external_id as who, key_fold(plan.manager_external_id) as fold
        from org_import_plan plan join import_row sent using (import_id, row)
        where import_id = :import and not sent.refused
          and plan.manager_external_id is not null and plan.manager_id is null),
      alike as (
        select fold, min(external_id) as known
        from (select distinct fold from unknown) folds
        join employee on key_fold(external_id) = fold
        group by fold),
      own as (
        select external_id as who, min(row) as row from org_import_plan
        where import_id = :import group by external_id),
      refusal(row, "column", detail) as (
        select unknown.row, 'managerExternalId', coalesce(
          'is somebody whose own row ' || own.row || ' in this file is refused',
          'is nobody whom the directory or this file knows; the directory knows ' || known
            || ', which looks alike: ' || unlike_at(who, known),
          'is nobody whom the directory or this file knows')
        from unknown left join own using (who) left join alike using (fold))
      """;

  /**
   * A newcomer none of whose rows holds will not exist, and a dotted line needs its assignment. Who
   * rests on a row that is refused is told so, instead of what would follow from its absence.
   */
  private static final String LEFT_HANGING =
      """
      with planned as materialized (
        select plan.*, sent.refused,
          plan.action = 'HIRE' and plan.relationship = 'LINE' as hiring
        from org_import_plan plan join import_row sent using (import_id, row)
        where import_id = :import),
      newcomer as materialized (
        select external_id, min(row) filter (where refused) as refused_row,
          bool_and(refused) as gone,
          min(row) filter (where refused and hiring) as refused_hire,
          bool_or(hiring and not refused) as hired
        from planned left join employee using (external_id)
        where employee.id is null
        group by external_id),
      refusal(row, "column", detail) as (
        select row, 'managerExternalId',
          'is somebody whose own row ' || newcomer.refused_row || ' in this file is refused'
        from planned join newcomer on newcomer.external_id = planned.manager_external_id
        where not refused and newcomer.gone
        union all
        select row, 'externalId',
          'is about somebody whose row ' || refused_hire || ', which hires them, is refused'
        from planned join newcomer using (external_id)
        where not refused and not hired and refused_hire is not null
        union all
        select dotted.row, 'relationship', 'belongs to row ' || line.row || ', which is refused'
        from planned dotted
        join (
          select external_id, assignment_id, min(row) as row from planned
          where relationship = 'LINE'
          group by external_id, assignment_id having bool_and(refused)) line
          on line.external_id = dotted.external_id
          and line.assignment_id is not distinct from dotted.assignment_id
        where dotted.relationship = 'DOTTED' and not dotted.refused
          and not exists (
            select 1 from employee join assignment on assignment.employee_id = employee.id
            where employee.external_id = dotted.external_id
              and (dotted.assignment_id is null
                   or assignment.assignment_id = dotted.assignment_id)))
      """;

  /**
   * Follows the lines up as they will be; a row whose line comes back to its own person closes a
   * circle. Another line of the same person that doesn't is no part of it.
   */
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
      up(row, start, at) as (
        select row, employee, above from told where above is not null
        union
        select up.row, up.start, lines.above from up join lines on lines.employee = up.at
        where up.at <> up.start),
      circular as (select row, start from up where at = start),
      refusal(row, "column", detail) as (
        select circular.row, 'managerExternalId',
          'closes a circle of managers, with the rows '
            || (select string_agg(cast(other.row as text), ', ' order by other.row)
                from (select distinct circle.row from up join circular circle on circle.start = up.at
                      where up.row = circular.row) other)
        from circular)
      """;

  Uni<Void> refuseUnknownManagers(Mutiny.Session session, UUID importId) {
    return session
        .createNativeQuery(RESOLVE_MANAGERS)
        .setParameter("import", importId)
        .executeUpdate()
        .chain(() -> RowChecks.refuse(session, importId, UNKNOWN_MANAGERS))
        .chain(() -> untilAllHold(() -> RowChecks.refuse(session, importId, LEFT_HANGING)))
        .replaceWithVoid();
  }

  /**
   * A row that falls can take others with it, and the lines change with each: until all hold.
   *
   * @return how many rows fell
   */
  Uni<Integer> refuseBroken(Mutiny.Session session, UUID importId) {
    return untilAllHold(
        () ->
            RowChecks.refuse(session, importId, LEFT_HANGING)
                .chain(
                    hanging ->
                        RowChecks.refuse(session, importId, CIRCLES)
                            .map(circular -> hanging + circular)));
  }

  /** Does it again as long as it refuses any; answers how many in all. */
  private static Uni<Integer> untilAllHold(Supplier<Uni<Integer>> refuse) {
    return refuse
        .get()
        .chain(
            refused ->
                refused == 0
                    ? Uni.createFrom().item(0)
                    : untilAllHold(refuse).map(more -> refused + more));
  }
}
