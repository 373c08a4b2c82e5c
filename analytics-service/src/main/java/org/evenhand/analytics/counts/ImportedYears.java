package org.evenhand.analytics.counts;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.evenhand.analytics.AnalyticsConfig;
import org.evenhand.kit.data.due.DueWork;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Says when something of a cycle from another system has changed, and then been still. Nobody
 * announces the end of an import; that nothing follows has to do.
 */
@ApplicationScoped
public class ImportedYears {

  /** Due when an imported cycle has been still; the subject is the cycle. */
  public static final String STILL = "imported-year-still";

  private final DueWork dueWork;
  private final Duration settle;
  private final Clock clock;

  ImportedYears(DueWork dueWork, AnalyticsConfig config, Clock clock) {
    this.dueWork = dueWork;
    this.settle = config.settle();
    this.clock = clock;
  }

  /**
   * Lets cycles be judged anew because an earlier one was: one after the other as they are given,
   * so that each is judged on what those before it came to. One that is not still yet goes on
   * waiting.
   */
  public Uni<Void> judge(Mutiny.Session session, List<UUID> cycles) {
    Instant now = Instant.now(clock);
    SortedMap<UUID, Instant> due = new TreeMap<>();
    cycles.forEach(cycle -> due.put(cycle, now.plusMillis(due.size())));
    // Written in the order in which every batch writes them, whatever the times.
    return Multi.createFrom()
        .iterable(due.entrySet())
        .onItem()
        .transformToUniAndConcatenate(
            each -> dueWork.schedule(session, STILL, each.getKey(), each.getValue()))
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** Every change moves the time on which the cycle counts as still. */
  public Uni<Void> changed(Mutiny.Session session, Collection<UUID> cycles) {
    Instant due = Instant.now(clock).plus(settle);
    return Multi.createFrom()
        .iterable(cycles)
        .onItem()
        .transformToUniAndConcatenate(cycle -> dueWork.schedule(session, STILL, cycle, due))
        .collect()
        .last()
        .replaceWithVoid();
  }
}
