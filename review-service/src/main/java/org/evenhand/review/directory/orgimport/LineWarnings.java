package org.evenhand.review.directory.orgimport;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.evenhand.kit.data.imports.StagedImport;

/** What is odd about the lines that rows state, and yet may be so for a while. */
@ApplicationScoped
class LineWarnings {

  /** What a row says of somebody last counts; of others, what the directory says. */
  private static final String TO_LEAVERS =
      """
      , last_word as (
        select distinct on (plan.employee_id) plan.employee_id, leaves
        from org_import_plan plan join staged using (row)
        where import_id = :import and not refused and leaves is not null
        order by plan.employee_id, row desc),
      leaver as materialized (
        select employee.id from employee left join last_word on last_word.employee_id = employee.id
        where coalesce(leaves, status = 'TERMINATED')),
      reporting as materialized (
        select row from org_import_plan plan join staged using (row)
        where import_id = :import and not refused and action <> 'TERMINATE'
          and manager_id in (select id from leaver))
      update org_import_plan plan
      set warnings = warnings || jsonb_build_array(jsonb_build_object(
        'code', 'INCONSISTENT', 'row', plan.row, 'column', 'managerExternalId',
        'detail', 'is ' || manager_external_id || ', who has left'))
      from reporting where plan.import_id = :import and plan.row = reporting.row
      """;

  Uni<Integer> warn(StagedImport sent) {
    return sent.write(TO_LEAVERS);
  }
}
