package org.evenhand.analytics.counts;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.evenhand.analytics.AnalyticsProblem;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The cycles in the order of time: by when their ratings count from, not by when they came in. */
@ApplicationScoped
public class Timeline {

  /** The latest of them; a series of more cycles than a working life is of no use to anyone. */
  private static final int AT_MOST = 60;

  private static final String READ =
      """
      select cycle_id, key, origin, first_at, coalesce(effective_at, first_at) as at, policy_id
      from cycle order by at, first_at, cycle_id
      """;

  private final Cycles cycles;

  Timeline(Cycles cycles) {
    this.cycles = cycles;
  }

  /**
   * The cycles from one to another, both included.
   *
   * @param from key or id; null from the first one on
   * @param to key or id; null up to the last one
   * @throws Problem CYCLE_UNKNOWN, CYCLE_AMBIGUOUS or CYCLES_REVERSED, naming the parameter
   */
  public Uni<List<TimedCycle>> between(
      Mutiny.Session session, @Nullable String from, @Nullable String to) {
    return named(session, from, "from")
        .chain(
            first ->
                named(session, to, "to")
                    .chain(last -> read(session).map(all -> between(all, first, last))));
  }

  private Uni<List<UUID>> named(
      Mutiny.Session session, @Nullable String keyOrId, String parameter) {
    return keyOrId == null
        ? Uni.createFrom().item(List.of())
        : cycles.require(session, keyOrId, parameter).map(cycle -> List.of(cycle.id()));
  }

  private static List<TimedCycle> between(List<TimedCycle> all, List<UUID> first, List<UUID> last) {
    int begin = first.isEmpty() ? 0 : position(all, first.get(0));
    int end = last.isEmpty() ? all.size() - 1 : position(all, last.get(0));
    if (begin > end && !all.isEmpty()) {
      throw Problem.of(
              AnalyticsProblem.CYCLES_REVERSED,
              all.get(begin).cycle().key() + " is later than " + all.get(end).cycle().key() + ".")
          .with(INCONSISTENT.parameter("from", "is later than the cycle of 'to'"));
    }
    return all.subList(Math.max(begin, end + 1 - AT_MOST), end + 1);
  }

  private static int position(List<TimedCycle> all, UUID cycle) {
    return Collections.max(
        all.stream().filter(each -> each.cycle().id().equals(cycle)).map(all::indexOf).toList());
  }

  private static Uni<List<TimedCycle>> read(Mutiny.Session session) {
    return Rows.of(session, READ)
        .list(
            row ->
                new TimedCycle(
                    Cycles.cycle(row), row.instant("at"), row.orNull("policy_id", Row::uuid)));
  }
}
