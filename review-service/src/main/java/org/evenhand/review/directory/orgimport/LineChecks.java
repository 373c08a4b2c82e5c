package org.evenhand.review.directory.orgimport;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.evenhand.kit.data.imports.StagedImport;

/**
 * Whether the lines that rows state lead to somebody who will be there, and don't bite their tail.
 */
@ApplicationScoped
class LineChecks {

  private static final String UNKNOWN_MANAGERS =
      """
      unknown as materialized (
        select row, manager_external_id as who, key_fold(manager_external_id) as fold
        from org_import_plan join staged using (row)
        where import_id = :import and not refused
          and manager_external_id is not null and manager_id is null),
      alike as (
        select fold, min(external_id) as known
        from (select distinct fold from unknown) folds
        join employee on key_fold(external_id) = fold
        group by fold),
      refusal(row, "column", detail) as (
        select row, 'managerExternalId', 'is nobody whom the directory or this file knows'
          || coalesce('; the directory knows ' || known || ', which looks alike: '
            || unlike_at(who, known), '')
        from unknown left join alike using (fold))
      """;

  /**
   * A newcomer none of whose rows holds will not exist, and a dotted line needs its assignment. Who
   * rests on a row that is refused is told so, instead of what would follow from its absence.
   */
  private static final String LEFT_HANGING =
      """
      planned as materialized (
        select row, external_id, assignment_id, relationship, manager_external_id, known, refused,
          action in ('HIRE', 'UPSERT') and relationship = 'LINE' as hiring
        from org_import_plan join staged using (row)
        where import_id = :import),
      newcomer as materialized (
        select external_id, min(row) filter (where refused) as refused_row,
          bool_and(refused) as gone,
          min(row) filter (where refused and hiring) as refused_hire,
          bool_or(hiring and not refused) as hired
        from planned where not known
        group by external_id having bool_or(refused)),
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
   * circle. Another line of the same person that doesn't is no part of it, and neither is whoever
   * has nobody below, which is most of a company.
   */
  private static final String CIRCLES =
      """
      told as materialized (
        select row, assignment_id, employee_id as employee, manager_id as above
        from org_import_plan join staged using (row)
        where import_id = :import and not refused and manager_told
          and relationship = 'LINE' and action <> 'TERMINATE'),
      every_line as materialized (
        select employee, above from told where above is not null
        union
        select employee_id, line_manager_id from assignment
        where line_manager_id is not null and (main or ended_on is null)
          and not exists (
            select 1 from told where told.employee = assignment.employee_id
              and (told.assignment_id = assignment.assignment_id
                   or (told.assignment_id is null and assignment.main)))),
      lines as materialized (
        select employee, above from every_line
        where employee in (select above from every_line)),
      up(row, start, at) as (
        select row, employee, above from told where (employee, above) in (select * from lines)
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

  Uni<Integer> refuseUnknownManagers(StagedImport sent) {
    return sent.refuse(NOT_FOUND, UNKNOWN_MANAGERS);
  }

  Uni<Integer> refuseLeftHanging(StagedImport sent) {
    return untilAllHold(() -> sent.refuse(INCONSISTENT, LEFT_HANGING));
  }

  /**
   * A row that falls can take others with it, and the lines change with each: until all hold.
   *
   * @return how many rows fell
   */
  Uni<Integer> refuseBroken(StagedImport sent) {
    return untilAllHold(
        () ->
            sent.refuse(INCONSISTENT, LEFT_HANGING)
                .chain(
                    hanging ->
                        sent.refuse(INCONSISTENT, CIRCLES).map(circular -> hanging + circular)));
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
