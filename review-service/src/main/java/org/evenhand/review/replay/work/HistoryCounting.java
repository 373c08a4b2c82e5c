package org.evenhand.review.replay.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Counts the ratings of another system by their levels, one of each person; nothing else is known
 * of them.
 */
@ApplicationScoped
class HistoryCounting {

  private final Tally tally;
  private final Finishing finishing;

  HistoryCounting(Tally tally, Finishing finishing) {
    this.tally = tally;
    this.finishing = finishing;
  }

  Uni<Void> count(Mutiny.Session session, Replay replay, ReplayedCycle cycle) {
    return Rows.unflushed(
            session,
            "select ordinal, count(*) as ratings from (select distinct on (employee_id) ordinal"
                + " from history_rating where cycle_id = :cycle order by employee_id, id) one"
                + " group by ordinal")
        .bind("cycle", cycle.cycleId())
        .list(row -> new Tally.Level(row.integer("ordinal"), row.bigint("ratings")))
        .chain(levels -> tally.history(session, replay, cycle, levels))
        .chain(() -> finishing.finish(session, replay, cycle));
  }
}
