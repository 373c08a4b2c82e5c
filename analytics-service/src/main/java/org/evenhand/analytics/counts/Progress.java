package org.evenhand.analytics.counts;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.evenhand.analytics.statistics.verdict.InterimLook;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/** How much of a cycle's ratings are in, by the reviews that were opened and are to be rated. */
@ApplicationScoped
public class Progress {

  private static final String READ =
      """
      select coalesce(sum(n) filter (where stage = 'OPENED'), 0)
               - coalesce(sum(n) filter (where stage = 'NOT_RATED'), 0) as expected,
             coalesce(sum(n) filter (
               where case when c.standing then stage = 'SUBMITTED' else stage in (:reached) end), 0)
               as arrived
      from %s join cycle c using (cycle_id)
      where cycle_id = :cycle and dimension = 'none'
      """
          .formatted(ShownCounts.COMPLETION_CELL);

  /**
   * The look that a look at the counts is now. A history is complete; so is a cycle of which
   * nothing is known to be missing. Once ratings stand as they will be shared, none waits for a
   * session.
   */
  public Uni<InterimLook> look(Mutiny.Session session, Cycle cycle, Phase phase) {
    return Rows.of(session, READ)
        .bind("cycle", cycle.id())
        .bind("reached", phase.stages())
        .one(row -> look(row.bigint("arrived"), row.bigint("expected")));
  }

  static InterimLook look(long in, long expected) {
    return in > 0 && in < expected ? new InterimLook((double) in / expected) : InterimLook.FINAL;
  }
}
