package org.evenhand.analytics.growth;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.evenhand.analytics.counts.SharedResult;
import org.evenhand.analytics.counts.SharedResults;
import org.evenhand.analytics.yearly.FigureYear;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/** Table {@code growth_share}: the results after which a plan is expected. */
@ApplicationScoped
class SharedForGrowth implements SharedResults {

  private static final String SHARED =
      """
      insert into growth_share (review_id, year, employee_id, shared_at)
      select t.review, t.year, t.employee, t.at
      from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
        as t (review uuid, year int, employee uuid, at timestamptz)
      where not exists (
        select 1 from figure_year y
        where y.room = 'GROWTH' and y.year >= t.year and y.published_at is not null)
      order by 1
      on conflict (review_id) do nothing
      """;

  private record Shared(UUID review, int year, UUID employee, Instant at) {

    static Shared of(SharedResult result) {
      return new Shared(
          result.reviewId(),
          result.recordedAt().atZone(ZoneOffset.UTC).getYear(),
          result.employeeId(),
          result.recordedAt());
    }
  }

  private static List<Shared> rows(List<SharedResult> results) {
    return results.stream()
        .filter(result -> FigureYear.has(result.recordedAt()))
        .map(Shared::of)
        .toList();
  }

  @Override
  public Uni<Void> shared(Mutiny.Session session, List<SharedResult> results) {
    return session
        .createNativeQuery(SHARED, new AffectedEntities())
        .setParameter("rows", Json.write(rows(results)))
        .executeUpdate()
        .replaceWithVoid();
  }
}
