package org.evenhand.review.directory.orgimport;

import static org.evenhand.kit.web.problem.ViolationCode.DUPLICATE;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ONE_OF;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.evenhand.kit.data.imports.StagedImport;

/** What rows of one file can have against each other and against the keys that are known. */
@ApplicationScoped
class OrgPlanChecks {

  /** So many rows about one person are a broken export, and they are held in memory together. */
  private static final int MOST_ROWS_OF_A_PERSON = 50;

  private static final String UNKNOWN_WORKER_TYPES =
      """
      refusal(row, "column", detail) as (
        select row, 'workerType', 'is none of the types that HR keeps: '
          || (select string_agg(code, ', ' order by code) from worker_type)
        from org_import_plan join staged using (row)
        left join worker_type on code = "values" ->> 'workerType'
        where import_id = :import and not refused and code is null
          and "values" ->> 'workerType' is not null and action <> 'TERMINATE')
      """;

  /**
   * What repeats is found before its rows are listed: most of a file doesn't, and takes no room.
   */
  private static final String REPEATED =
      """
      holding as materialized (
        select row, external_id, coalesce(assignment_id, '') as assignment_id, relationship
        from org_import_plan join staged using (row)
        where import_id = :import and not refused),
      groups as (
        select array_agg(row order by row) as rows
        from holding join (
          select external_id, assignment_id, relationship from holding
          group by external_id, assignment_id, relationship having count(*) > 1) repeated
          using (external_id, assignment_id, relationship)
        group by external_id, assignment_id, relationship),
      crowds as (
        select external_id from holding group by external_id having count(*) > %d),
      refusal(row, "column", detail) as (
        select unnest(rows), 'externalId',
          'stands in several rows with the same assignment and relationship: '
            || array_to_string(trim_array(rows, greatest(cardinality(rows) - 5, 0)), ', ')
        from groups
        union all
        select row, 'externalId', 'stands in more than %1$d rows'
        from holding join crowds using (external_id))
      """
          .formatted(MOST_ROWS_OF_A_PERSON);

  /**
   * A new key that can be told from a known one, or from one that more rows of the file have, by
   * case, width or composition alone.
   */
  private static final String SIMILAR_KEYS =
      """
      told as materialized (
        select row, cell."column", cell.key, cell.scope
        from org_import_plan plan join staged using (row)
        cross join lateral (values
          ('externalId', '', plan.external_id),
          ('assignmentId', plan.external_id, plan.assignment_id),
          ('orgUnit', '', "values" ->> 'orgUnit'),
          ('jobLevel', '', "values" ->> 'jobLevel'),
          ('jobFamily', '', "values" ->> 'jobFamily'),
          ('workLocation', '', "values" ->> 'workLocation'),
          ('legalEntity', '', "values" ->> 'legalEntity')) as cell("column", scope, key)
        where import_id = :import and not refused and plan.action <> 'TERMINATE'
          and cell.key is not null),
      fresh as materialized (
        select *, key_fold(key) as fold, row_number() over (
          partition by "column", scope, key_fold(key) order by rows desc, first_row) as place
        from (
          select "column", scope, key, count(*) as rows, min(row) as first_row
          from told group by "column", scope, key) used
        where case "column"
          when 'externalId' then not exists (select 1 from employee where external_id = key)
          when 'assignmentId' then not exists (
            select 1 from assignment join employee on employee.id = employee_id
            where external_id = scope and assignment_id = key)
          else not exists (
            select 1 from directory_key known
            where known."column" = used."column" and known.key = used.key) end),
      alike as (
        select fresh."column", scope, fresh.key, known.external_id as other
        from fresh join employee known on key_fold(known.external_id) = fold
        where fresh."column" = 'externalId'
        union all
        select fresh."column", scope, fresh.key, known.assignment_id
        from fresh join employee on external_id = scope
        join assignment known on known.employee_id = employee.id
        where fresh."column" = 'assignmentId' and key_fold(known.assignment_id) = fold
        union all
        select fresh."column", scope, fresh.key, known.key
        from fresh join directory_key known
          on known."column" = fresh."column" and key_fold(known.key) = fold
        union all
        select fresh."column", scope, fresh.key, first.key
        from fresh join fresh first using ("column", scope, fold)
        where fresh.place > 1 and first.place = 1),
      refusal(row, "column", detail) as (
        select row, "column", 'similar-key: looks like ' || other || ', but '
          || difference || '; send similarKeysMeant=true if another one is meant'
        from (select "column", scope, key, min(other) as other,
                unlike_at(key, min(other)) as difference
              from alike group by "column", scope, key) lookalike
        join told using ("column", scope, key))
      """;

  Uni<Integer> refuseUnknownWorkerTypes(StagedImport sent) {
    return sent.refuse(NOT_ONE_OF, UNKNOWN_WORKER_TYPES);
  }

  Uni<Integer> refuseRepeated(StagedImport sent) {
    return sent.refuse(DUPLICATE, REPEATED);
  }

  Uni<Integer> refuseSimilarKeys(StagedImport sent) {
    return sent.similarKeysMeant()
        ? Uni.createFrom().item(0)
        : sent.refuse(DUPLICATE, SIMILAR_KEYS);
  }
}
