package org.evenhand.analytics.counts;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.evenhand.analytics.AnalyticsConfig;
import org.evenhand.kit.data.DueWork;
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
