package org.evenhand.analytics.growth;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Which years of growth there are, and which measures were published of them. */
@ApplicationScoped
class PublishedGrowth {

  private static final String PUBLISHED =
      """
      select 1 from figure_year
      where room = 'GROWTH' and year = :year and published_at is not null
      """;

  private static final String FIGURE =
      """
      select f.number, f.kind, cast(f.people as text) as people, y.published_at
      from yearly_figure f join figure_year y on y.room = f.room and y.year = f.year
      where f.room = 'GROWTH' and f.year = :year and f.kind = :measure and y.published_at is not null
      """;

  private static final String YEARS =
      """
      select y.year, y.published_at, cast(coalesce(
          (select jsonb_agg(f.kind order by f.number) from yearly_figure f
            where f.room = y.room and f.year = y.year), jsonb_build_array()) as text) as measures
      from figure_year y
      where y.room = 'GROWTH' and y.year < :before
      order by y.year desc
      """;

  /** A year of which something was told. */
  record Year(int year, @Nullable Instant publishedAt, List<GrowthMeasure> measures) {

    static Year of(Row row) {
      return new Year(
          row.integer("year"),
          row.orNull("published_at", Row::instant),
          List.of(row.json("measures", GrowthMeasure[].class)));
    }
  }

  Uni<Optional<GrowthFigure>> figure(Mutiny.Session session, int year, GrowthMeasure measure) {
    return Rows.of(session, FIGURE)
        .bind("year", year)
        .bind("measure", measure.name())
        .atMostOne(
            row ->
                new GrowthFigure(
                    row.integer("number"),
                    row.constant("kind", GrowthMeasure.class),
                    LevelCounts.of(row.json("people", long[].class)),
                    row.instant("published_at")));
  }

  /** Not while it is gathering, nor when nothing was told of it. */
  Uni<Boolean> isPublished(Mutiny.Session session, int year) {
    return Rows.of(session, PUBLISHED).bind("year", year).any();
  }

  /** The latest first. */
  Uni<List<Year>> years(Mutiny.Session session, long before, int limit) {
    return Rows.of(session, YEARS).bind("before", before).limit(limit).list(Year::of);
  }
}
