package org.evenhand.analytics.growth;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.yearly.FigureYear;
import org.evenhand.analytics.yearly.YearlyFigure;
import org.evenhand.analytics.yearly.YearlyPublishing;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/** Table {@code growth_person}: in which band of which measure each person of a year is. */
@ApplicationScoped
class GrowthCounts {

  private static final String PLACE =
      """
      with told as materialized (
        select author_id, recipients,
          case when recognition then 'RECOGNITION' else 'FEEDBACK' end as what
        from growth_feedback where year = :year
      ), counted as (
        select what || '_GIVEN' as kind, author_id as who, count(*) as n from told group by 1, 2
        union all
        select what || '_RECEIVED', who, count(*)
        from told cross join lateral unnest(recipients) who group by 1, 2
      ), results as (
        select distinct on (employee_id) employee_id, days from growth_begun
        where year = :year
        order by employee_id, cast(begun_at at time zone 'UTC' as date) desc, days nulls last
      ), placed as (
        select k.kind, m.employee_id, case
            when coalesce(c.n, 0) = 0 then '0' when c.n <= 2 then '1-2' when c.n <= 5 then '3-5'
            else '6+' end as band
        from growth_member m
        cross join (values ('FEEDBACK_RECEIVED'), ('FEEDBACK_GIVEN'), ('RECOGNITION_RECEIVED'),
          ('RECOGNITION_GIVEN')) k (kind)
        left join counted c on c.kind = k.kind and c.who = m.employee_id
        where m.year = :year and m.active
        union all
        select 'PLAN_AGREEMENT', r.employee_id, case
            when r.days is null then 'NOT_AGREED' when r.days <= 14 then '0-14'
            when r.days <= 28 then '15-28' else '29+' end
        from results r
        union all
        select 'PLAN_OUTCOME', employee_id, outcome from growth_plan where year = :year
        union all
        select 'PLAN_MEANS', employee_id, means from growth_plan where year = :year
      )
      insert into growth_person (kind, year, employee_id, level)
      select p.kind, cast(:year as int), p.employee_id, l.level
      from placed p
      join jsonb_to_recordset(cast(cast(:levels as text) as jsonb))
        as l (kind text, band text, level int) on l.kind = p.kind and l.band = p.band
      """;

  private static final String COUNTED =
      """
      select kind, level, count(*) as people, %s as last_number
      from growth_person where year = :year
      group by kind, level
      """
          .formatted(YearlyPublishing.LAST_NUMBER);

  private record Level(GrowthMeasure kind, String band, int level) {}

  private record Counted(GrowthMeasure measure, int level, long people, int lastNumber) {}

  private static final List<Level> LEVELS =
      Arrays.stream(GrowthMeasure.values())
          .flatMap(
              measure ->
                  measure.bands().stream()
                      .map(
                          band ->
                              new Level(
                                  measure, band, measure.level(measure.bands().indexOf(band)))))
          .toList();

  /** The figures that come next, of everybody as they are counted now. */
  Uni<List<YearlyFigure>> figures(Mutiny.Session session, FigureYear year) {
    return session
        .createNativeQuery(PLACE, new AffectedEntities())
        .setParameter("year", year.year())
        .setParameter("levels", Json.write(LEVELS))
        .executeUpdate()
        .chain(
            () ->
                Rows.of(session, COUNTED)
                    .bind("year", year.year())
                    .list(
                        row ->
                            new Counted(
                                row.constant("kind", GrowthMeasure.class),
                                row.integer("level"),
                                row.bigint("people"),
                                row.integer("last_number"))))
        .map(counted -> figures(year, counted));
  }

  private static List<YearlyFigure> figures(FigureYear year, List<Counted> counted) {
    Map<GrowthMeasure, List<Counted>> byMeasure =
        counted.stream()
            .collect(
                Collectors.groupingBy(
                    Counted::measure,
                    () -> new EnumMap<>(GrowthMeasure.class),
                    Collectors.toList()));
    List<YearlyFigure> figures = new ArrayList<>();
    byMeasure.forEach(
        (measure, levels) -> {
          long[] people = new long[measure.levels()];
          levels.forEach(each -> people[each.level() - 1] = each.people());
          int number = levels.get(0).lastNumber() + figures.size() + 1;
          figures.add(new YearlyFigure(number, year, measure.name(), LevelCounts.of(people)));
        });
    return figures;
  }
}
