package org.evenhand.analytics.growth;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.yearly.FigureYear;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/** Table {@code growth_unit}: how many people of each unit are in each band. */
@ApplicationScoped
class GrowthUnits {

  private static final String KEEP =
      """
      insert into growth_unit (number, unit, people)
      select number, unit, jsonb_object_agg(level, n)
      from (
        select f.number, p.level, count(*) as n,
          coalesce(case when m.employee_id is null then w.org_unit else m.org_unit end,
            'unassigned') as unit
        from growth_person p
        join yearly_figure f on f.room = 'GROWTH' and f.year = p.year and f.kind = p.kind
        left join growth_member m on m.year = p.year and m.employee_id = p.employee_id
        left join person w on w.employee_id = p.employee_id
        where p.year = :year
        group by 1, 2, 4) each
      group by number, unit
      """;

  private static final String READ =
      "select unit, cast(people as text) as people from growth_unit where number = :number";

  /** Of the figures of a year, which are kept already. */
  Uni<Void> keep(Mutiny.Session session, FigureYear year) {
    return session
        .createNativeQuery(KEEP, new AffectedEntities())
        .setParameter("year", year.year())
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Everybody of a figure, also who is in no unit: else they could be had by subtraction. */
  Uni<Map<String, LevelCounts>> read(Mutiny.Session session, int number, GrowthMeasure measure) {
    return Rows.of(session, READ)
        .bind("number", number)
        .list(row -> Map.entry(row.text("unit"), people(row, measure)))
        .map(
            rows -> {
              Map<String, LevelCounts> units = new TreeMap<>();
              rows.forEach(row -> units.put(row.getKey(), row.getValue()));
              return units;
            });
  }

  private static LevelCounts people(Row row, GrowthMeasure measure) {
    long[] people = new long[measure.levels()];
    row.json("people", new TypeReference<Map<Integer, Long>>() {})
        .forEach((level, number) -> people[level - 1] = number);
    return LevelCounts.of(people);
  }
}
