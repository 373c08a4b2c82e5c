package org.evenhand.review.history;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What rows of one file can have against each other and against the cycles that are known; each
 * check is one statement over all rows. Cells that can't be read are left to the reader of rows.
 */
@ApplicationScoped
class HistoryChecks {

  private static final String TOLD =
      """
      with told as (
        select row, btrim("values" ->> 'externalId') as external_id,
          nullif(btrim("values" ->> 'assignmentId'), '') as assignment_id,
          btrim("values" ->> 'cycle') as cycle, btrim("values" ->> 'label') as label,
          case when "values" ->> 'ordinal' ~ '^ *[0-9]{1,6} *$'
            then cast("values" ->> 'ordinal' as integer) end as ordinal,
          case when "values" ->> 'scaleSize' ~ '^ *[0-9]{1,6} *$'
            then cast("values" ->> 'scaleSize' as integer) end as size,
          case when "values" ->> 'favourableFrom' ~ '^ *[0-9]{1,6} *$'
            then cast("values" ->> 'favourableFrom' as integer) end as favourable_from
        from import_row where import_id = :import and not refused),
      """;

  private static final String REFUSING =
      """
      , written as (
        insert into import_error (import_id, row, "column", detail)
        select :import, row, "column", detail from refusal
        returning row)
      update import_row set refused = true
      where import_id = :import and row in (select row from written)
      """;

  private static final String LIVE_KEYS =
      """
      refusal(row, "column", detail) as (
        select row, 'cycle', 'is the key of a cycle that is held here: history never mixes with it'
        from told join cycle_key on key = cycle and origin = 'LIVE')
      """;

  private static final String OTHER_SCALES =
      """
      stated as (
        select distinct on (told.cycle) told.cycle,
          coalesce(known.scale_size, told.size) as size,
          coalesce(known.favourable_from, told.favourable_from, told.size) as favourable_from
        from told left join cycle_key on key = told.cycle
        left join history_cycle known using (cycle_id)
        where told.size is not null
        order by told.cycle, told.row),
      refusal(row, "column", detail) as (
        select row, case when told.size <> stated.size then 'scaleSize' else 'favourableFrom' end,
          'differs within the cycle: its scale has ' || stated.size
            || ' levels, favourable from ' || stated.favourable_from
        from told join stated using (cycle)
        where told.size <> stated.size
          or coalesce(told.favourable_from, told.size) <> stated.favourable_from)
      """;

  /** One label for two ordinals is how a scale that was sent upside down gives itself away. */
  private static final String OTHER_LABELS =
      """
      known as (
        select key as cycle, ordinal, label
        from history_level join cycle_key using (cycle_id)),
      stated as (
        select distinct on (told.cycle, told.ordinal) told.cycle, told.ordinal,
          coalesce(known.label, told.label) as label
        from told left join known using (cycle, ordinal)
        where told.ordinal is not null
        order by told.cycle, told.ordinal, told.row),
      refusal(row, "column", detail) as (
        select row, 'label',
          'differs within the cycle: ordinal ' || told.ordinal || ' is called ' || stated.label
        from told join stated using (cycle, ordinal)
        where told.label <> stated.label
        union
        select row, 'ordinal',
          'differs within the cycle: ' || stated.label || ' is ordinal ' || stated.ordinal
        from told join stated using (cycle, label)
        where told.ordinal > stated.ordinal)
      """;

  private static final String REPEATED =
      """
      about as (
        select told.row, told.external_id, told.cycle,
          coalesce(told.assignment_id, main.assignment_id) as assignment_id
        from told left join employee using (external_id)
        left join assignment main on main.employee_id = employee.id and main.main),
      groups as (
        select array_agg(row order by row) as rows from about
        where external_id is not null
        group by external_id, cycle, assignment_id having count(*) > 1),
      refusal(row, "column", detail) as (
        select unnest(rows), 'externalId',
          'stands in several rows with the same cycle and assignment: '
            || array_to_string(trim_array(rows, greatest(cardinality(rows) - 5, 0)), ', ')
        from groups)
      """;

  Uni<Void> check(Mutiny.Session session, UUID importId) {
    return refuse(session, importId, LIVE_KEYS)
        .chain(() -> refuse(session, importId, REPEATED))
        .chain(() -> refuse(session, importId, OTHER_SCALES))
        .chain(() -> refuse(session, importId, OTHER_LABELS))
        .replaceWithVoid();
  }

  private static Uni<Integer> refuse(Mutiny.Session session, UUID importId, String check) {
    return session
        .createNativeQuery(TOLD + check + REFUSING)
        .setParameter("import", importId)
        .executeUpdate();
  }
}
