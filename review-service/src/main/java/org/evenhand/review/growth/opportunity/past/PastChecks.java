package org.evenhand.review.growth.opportunity.past;

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
 * What rows of one file can have against the directory, what was taken before, and each other; each
 * check is one statement over all rows that hold so far. In the end whoever shares an opportunity
 * with a refused row is refused too: figures of a part of those who could apply would be wrong.
 */
@ApplicationScoped
class PastChecks {

  private static final String TOLD =
      """
      told as materialized (
        select row, "opportunityId" as opportunity, kind, "decidedOn" as decided_on,
          "externalId" as external_id, refused
        from staged cross join lateral jsonb_to_record("values") as cells(
          "opportunityId" text, kind text, "decidedOn" date, "externalId" text)
        where %s),
      """;

  private static final String OPEN = TOLD.formatted("not refused");

  private static final String UNKNOWN_PEOPLE =
      """
      unknown as materialized (
        select row, told.external_id as who, key_fold(told.external_id) as fold
        from told left join employee using (external_id)
        where employee.id is null),
      alike as (
        select fold, min(external_id) as known
        from (select distinct fold from unknown) folds
        join employee on key_fold(external_id) = fold
        group by fold),
      refusal(row, "column", detail) as (
        select row, 'externalId', 'is nobody whom the directory knows'
          || coalesce('; it knows ' || known || ', which looks alike: ' || unlike_at(who, known),
            ': bring them by an org import first, or leave them out')
        from unknown left join alike using (fold))
      """;

  private static final String PUBLISHED_YEARS =
      """
      refusal(row, "column", detail) as (
        select row, 'decidedOn', 'is of ' || year || ', whose audits were published on '
          || to_char(published_at at time zone 'UTC', 'YYYY-MM-DD') || ': no more counts in it'
        from told join published_access_year on year = extract(year from decided_on))
      """;

  private static final String TAKEN_BEFORE =
      """
      refusal(row, "column", detail) as (
        select row, 'opportunityId', 'was taken before, as ' || known.kind || ' decided on '
          || known.decided_on || ': each opportunity is taken once'
        from told join past_opportunity known on known.external_id = opportunity)
      """;

  private static final String SIMILAR_KEYS =
      """
      fresh as (
        select opportunity, key_fold(opportunity) as fold, row_number() over (
          partition by key_fold(opportunity) order by count(*) desc, min(row)) as place
        from told group by opportunity),
      alike as (
        select fresh.opportunity, known.external_id as other
        from fresh join past_opportunity known on key_fold(known.external_id) = fold
        union
        select fresh.opportunity, first.opportunity
        from fresh join fresh first using (fold) where fresh.place > 1 and first.place = 1),
      refusal(row, "column", detail) as (
        select row, 'opportunityId', 'similar-key: looks like ' || other || ', but '
          || difference || '; send similarKeysMeant=true if another one is meant'
        from (select opportunity, min(other) as other,
                unlike_at(opportunity, min(other)) as difference
              from alike group by opportunity) lookalike
        join told using (opportunity))
      """;

  /** What most rows say holds. */
  private static final String OTHERWISE =
      """
      counted as (
        select opportunity, kind, decided_on, min(row) as first, row_number() over (
          partition by opportunity order by count(*) desc, min(row)) as place
        from told group by opportunity, kind, decided_on),
      stated as (select * from counted where place = 1),
      refusal(row, "column", detail) as (
        select row, case when told.kind <> stated.kind then 'kind' else 'decidedOn' end,
          'differs within the opportunity: row ' || stated.first || ' says ' || stated.kind
            || ', decided on ' || stated.decided_on
        from told join stated using (opportunity)
        where told.kind <> stated.kind or told.decided_on <> stated.decided_on)
      """;

  private static final String REPEATED =
      """
      groups as (
        select array_agg(row order by row) as rows
        from told group by opportunity, external_id having count(*) > 1),
      refusal(row, "column", detail) as (
        select unnest(rows), 'externalId', 'stands in several rows of the opportunity: '
          || array_to_string(trim_array(rows, greatest(cardinality(rows) - 5, 0)), ', ')
          || '; send the furthest stage alone'
        from groups)
      """;

  private static final String NOT_WHOLE =
      """
      fallen as (
        select opportunity, min(row) as first from told
        where refused and opportunity is not null group by opportunity),
      refusal(row, "column", detail) as (
        select row, 'opportunityId', 'has row ' || first
          || ', which is refused: an opportunity is taken whole or not at all'
        from told join fallen using (opportunity) where not refused)
      """;

  private record Check(ViolationCode code, String sql) {}

  private static final Check OF_KEYS = new Check(DUPLICATE, OPEN + SIMILAR_KEYS);

  private static final List<Check> IN_ORDER =
      List.of(
          new Check(NOT_FOUND, OPEN + UNKNOWN_PEOPLE),
          new Check(NOT_ALLOWED, OPEN + PUBLISHED_YEARS),
          new Check(DUPLICATE, OPEN + TAKEN_BEFORE),
          OF_KEYS,
          new Check(INCONSISTENT, OPEN + OTHERWISE),
          new Check(DUPLICATE, OPEN + REPEATED),
          new Check(NOT_ALLOWED, TOLD.formatted("true") + NOT_WHOLE));

  Uni<Void> check(StagedImport sent) {
    return Multi.createFrom()
        .iterable(IN_ORDER)
        .filter(check -> !(sent.similarKeysMeant() && check.equals(OF_KEYS)))
        .onItem()
        .transformToUniAndConcatenate(check -> sent.refuse(check.code(), check.sql()))
        .collect()
        .last()
        .replaceWithVoid();
  }
}
