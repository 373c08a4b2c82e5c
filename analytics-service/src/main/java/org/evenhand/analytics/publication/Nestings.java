package org.evenhand.analytics.publication;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Scale;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads from the reviews which groups lie within which; where there are none, nothing nests. */
@ApplicationScoped
class Nestings {

  // The columns are in the order of the dimensions. Without the offset, the planner loses the row
  // on its way into the function.
  private static final String READ =
      """
      select (each.f).org_unit, (each.f).job_level, (each.f).job_family, (each.f).work_location
      from (
        select f from rating_fact f
        where f.cycle_id = :cycle and f.scale_size = :size
          and f.favourable_from = :favourableFrom
        offset 0) each
      where exists (select 1 from ordinals_of(each.f))
      group by 1, 2, 3, 4
      """;

  Uni<Nesting> read(Mutiny.Session session, Cycle cycle, Scale scale) {
    return session
        .createNativeQuery(READ, Object[].class)
        .setParameter("cycle", cycle.id())
        .setParameter("size", scale.size())
        .setParameter("favourableFrom", scale.favourableFrom())
        .getResultList()
        .map(rows -> new Nesting(rows.stream().map(Nestings::place).toList()));
  }

  private static List<String> place(Object[] row) {
    return Arrays.stream(row).map(String.class::cast).toList();
  }
}
