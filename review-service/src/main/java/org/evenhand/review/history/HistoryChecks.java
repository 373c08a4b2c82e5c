package org.evenhand.review.history;

import static org.evenhand.kit.web.problem.ViolationCode.DUPLICATE;
import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.evenhand.kit.data.imports.StagedImport;
import org.evenhand.kit.web.problem.ViolationCode;

/**
 * What rows of one file can have against the directory, the cycles that are known and each other;
 * each check is one statement over all rows that hold so far. What rows say against each other
 * comes after what is wrong with one alone, so that a bad row decides nothing for others; and where
 * rows disagree, what is known already decides, else what most of them say.
 */
@ApplicationScoped
class HistoryChecks {

  /** Staged cells have one form, so that they can be taken at their word here. */
  private static final String TOLD =
      """
      told as materialized (
        select row, "externalId" as external_id, "assignmentId" as assignment_id, cycle, label,
          "reviewerExternalId" as reviewer, ordinal, "scaleSize" as size,
          coalesce("favourableFrom", "scaleSize") as favourable_from,
          count(*) over (partition by "externalId", cycle, "assignmentId") > 1 as repeated
        from staged cross join lateral jsonb_to_record("values") as cells(
          "externalId" text, "assignmentId" text, cycle text, label text, "reviewerExternalId" text,
          ordinal integer, "scaleSize" integer, "favourableFrom" integer)
        where not refused),
      """;

  private static final String UNKNOWN_PEOPLE =
      """
      named as (
        select row, 'externalId' as "column", external_id as who from told
        union all
        select row, 'reviewerExternalId', reviewer from told where reviewer is not null),
      unknown as materialized (
        select named.*, key_fold(who) as fold
        from named left join employee on employee.external_id = named.who
        where employee.id is null),
      alike as (
        select fold, min(external_id) as known
        from (select distinct fold from unknown) folds
        join employee on key_fold(external_id) = fold
        group by fold),
      refusal(row, "column", detail) as (
        select row, "column", 'is nobody whom the directory knows'
          || coalesce('; it knows ' || known || ', which looks alike: ' || unlike_at(who, known), '')
        from unknown left join alike using (fold)
        union all
        select told.row, 'assignmentId', 'is no assignment of the person'
        from told join employee using (external_id)
        left join assignment on assignment.employee_id = employee.id
          and assignment.assignment_id = told.assignment_id
        where told.assignment_id is not null and assignment.id is null)
      """;

  private static final String LIVE_KEYS =
      """
      refusal(row, "column", detail) as (
        select row, 'cycle', 'is the key of a cycle that is held here: history never mixes with it'
        from told join cycle_key on key = cycle and origin = 'LIVE')
      """;

  private static final String SIMILAR_KEYS =
      """
      fresh as (
        select cycle, key_fold(cycle) as fold, row_number() over (
          partition by key_fold(cycle) order by count(*) desc, min(row)) as place
        from told left join cycle_key on key = cycle
        where key is null group by cycle),
      alike as (
        select fresh.cycle, known.key as other
        from fresh join cycle_key known on key_fold(known.key) = fold
        union
        select fresh.cycle, first.cycle
        from fresh join fresh first using (fold) where fresh.place > 1 and first.place = 1),
      refusal(row, "column", detail) as (
        select row, 'cycle', 'similar-key: looks like ' || other || ', but '
          || difference || '; send similarKeysMeant=true if another one is meant'
        from (select cycle, min(other) as other, unlike_at(cycle, min(other)) as difference
              from alike group by cycle) lookalike
        join told using (cycle))
      """;

  private static final String OTHER_SCALES =
      """
      counted as (
        select cycle, size, favourable_from, row_number() over (
          partition by cycle
          order by count(*) filter (where not repeated) desc, count(*) desc, min(row)) as place
        from told group by cycle, size, favourable_from),
      stated as (
        select counted.cycle, coalesce(known.scale_size, counted.size) as size,
          coalesce(known.favourable_from, counted.favourable_from) as favourable_from
        from counted left join cycle_key on key = counted.cycle
        left join history_cycle known using (cycle_id)
        where place = 1),
      refusal(row, "column", detail) as (
        select row, case when told.size <> stated.size then 'scaleSize' else 'favourableFrom' end,
          'differs within the cycle: its scale has ' || stated.size
            || ' levels, favourable from ' || stated.favourable_from
        from told join stated using (cycle)
        where told.size <> stated.size or told.favourable_from <> stated.favourable_from)
      """;

  /**
   * A level has one name. What most rows call it holds; one that is called otherwise is told where
   * the two differ when they look alike.
   */
  private static final String OTHER_LABELS =
      """
      counted as (
        select cycle, ordinal, label, row_number() over (
          partition by cycle, ordinal
          order by count(*) filter (where not repeated) desc, count(*) desc, min(row)) as place
        from told group by cycle, ordinal, label),
      stated as (
        select counted.cycle, counted.ordinal, coalesce(known.label, counted.label) as label
        from counted left join cycle_key on key = counted.cycle
        left join history_level known using (cycle_id, ordinal)
        where place = 1),
      refusal(row, "column", detail) as (
        select row, 'label',
          'differs within the cycle: ordinal ' || told.ordinal || ' is called ' || stated.label
            || case when key_fold(regexp_replace(told.label, '[^[:alnum:]]', '', 'g'))
                       = key_fold(regexp_replace(stated.label, '[^[:alnum:]]', '', 'g'))
               then ', which looks alike: ' || unlike_at(told.label, stated.label) else '' end
        from told join stated using (cycle, ordinal)
        where told.label <> stated.label)
      """;

  /** One name for two levels is how a scale that was sent upside down gives itself away. */
  private static final String ONE_LABEL_TWICE =
      """
      counted as (
        select cycle, label, ordinal, row_number() over (
          partition by cycle, label
          order by count(*) filter (where not repeated) desc, count(*) desc, min(row)) as place
        from told group by cycle, label, ordinal),
      known as (
        select key as cycle, label, min(ordinal) as ordinal
        from history_level join cycle_key using (cycle_id)
        where key in (select cycle from told) group by key, label),
      stated as (
        select counted.cycle, counted.label, coalesce(known.ordinal, counted.ordinal) as ordinal
        from counted left join known using (cycle, label)
        where place = 1),
      refusal(row, "column", detail) as (
        select row, 'ordinal',
          'differs within the cycle: ' || stated.label || ' is ordinal ' || stated.ordinal
        from told join stated using (cycle, label)
        where told.ordinal <> stated.ordinal)
      """;

  /**
   * What repeats is found before its rows are listed: most of a file doesn't, and takes no room.
   */
  private static final String REPEATED =
      """
      about as materialized (
        select told.row, told.external_id, told.cycle,
          coalesce(told.assignment_id, main.assignment_id) as assignment_id
        from told join employee using (external_id)
        join assignment main on main.employee_id = employee.id and main.main),
      groups as (
        select array_agg(row order by row) as rows
        from about join (
          select external_id, cycle, assignment_id from about
          group by external_id, cycle, assignment_id having count(*) > 1) repeated
          using (external_id, cycle, assignment_id)
        group by external_id, cycle, assignment_id),
      refusal(row, "column", detail) as (
        select unnest(rows), 'externalId',
          'stands in several rows with the same cycle and assignment: '
            || array_to_string(trim_array(rows, greatest(cardinality(rows) - 5, 0)), ', ')
        from groups)
      """;

  private record Check(ViolationCode code, String sql) {}

  private static final List<Check> IN_ORDER =
      List.of(
          new Check(NOT_FOUND, UNKNOWN_PEOPLE),
          new Check(NOT_ALLOWED, LIVE_KEYS),
          new Check(DUPLICATE, SIMILAR_KEYS),
          new Check(INCONSISTENT, OTHER_SCALES),
          new Check(INCONSISTENT, OTHER_LABELS),
          new Check(INCONSISTENT, ONE_LABEL_TWICE),
          new Check(DUPLICATE, REPEATED));

  Uni<Void> check(StagedImport sent) {
    return Multi.createFrom()
        .iterable(IN_ORDER)
        .filter(check -> !(sent.similarKeysMeant() && check.sql().equals(SIMILAR_KEYS)))
        .onItem()
        .transformToUniAndConcatenate(check -> sent.refuse(check.code(), TOLD + check.sql()))
        .collect()
        .last()
        .replaceWithVoid();
  }
}
