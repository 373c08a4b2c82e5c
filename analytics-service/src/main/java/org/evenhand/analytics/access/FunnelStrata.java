package org.evenhand.analytics.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.evenhand.analytics.demographics.Dimension;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.yearly.FigureYear;
import org.evenhand.analytics.yearly.Strata;
import org.evenhand.analytics.yearly.Stratum;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/** How far the people of each group came who had the same job; those without one are in none. */
@ApplicationScoped
class FunnelStrata implements Strata {

  private static final String STRATA =
      """
      select s.number, s.value, j.job,
        cast(jsonb_build_array(
          count(*) filter (where s.level = 1), count(*) filter (where s.level = 2),
          count(*) filter (where s.level = 3), count(*) filter (where s.level = 4)) as text)
          as furthest
      from demographics.yearly_place s
      join yearly_figure f on f.number = s.number and f.room = 'ACCESS' and f.year = :year
      join access_job j
        on j.kind = f.kind and j.year = f.year and j.employee_id = s.employee_id
      where s.dimension = :dimension
      group by s.number, s.value, j.job
      """;

  @Override
  public Uni<List<Stratum>> of(Mutiny.Session session, FigureYear year, Dimension dimension) {
    return Rows.of(session, STRATA)
        .bind("dimension", dimension.key())
        .bind("year", year.year())
        .list(FunnelStrata::stratum);
  }

  private static Stratum stratum(Row row) {
    return new Stratum(
        row.integer("number"),
        row.text("value"),
        row.text("job"),
        LevelCounts.of(row.json("furthest", long[].class)));
  }
}
