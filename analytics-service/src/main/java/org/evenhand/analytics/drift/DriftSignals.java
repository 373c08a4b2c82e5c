package org.evenhand.analytics.drift;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import org.evenhand.analytics.AnalyticsConfig;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Dimensions;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.counts.TimedCycle;
import org.evenhand.analytics.counts.Timeline;
import org.evenhand.analytics.publication.ClosingFollowUp;
import org.evenhand.analytics.publication.Editions;
import org.evenhand.analytics.viewer.Access;
import org.evenhand.kit.data.step.Journal;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Tells once, when a cycle is closed, that its ratings have moved. It is judged by what everybody
 * may see of it, because everybody may hear of it.
 */
@ApplicationScoped
class DriftSignals implements ClosingFollowUp {

  private static final String ACTOR = "analytics-service";

  private static final String KEEP =
      """
      insert into drift_signal (cycle_id, metric, verdict, told_at)
      values (:cycle, :metric, :verdict, :at)
      on conflict do nothing
      """;

  private final Timeline timeline;
  private final Editions editions;
  private final Journal journal;
  private final int leastGroup;

  DriftSignals(Timeline timeline, Editions editions, Journal journal, AnalyticsConfig config) {
    this.timeline = timeline;
    this.editions = editions;
    this.journal = journal;
    this.leastGroup = config.leastDistribution();
  }

  /** Later cycles have nothing to say about it, whenever this is. */
  @Override
  public Uni<Void> published(Mutiny.Session session, Cycle cycle) {
    return timeline
        .between(session, null, cycle.id().toString())
        .chain(cycles -> sights(session, cycles))
        .map(sights -> DriftSignal.of(cycle, Series.of(sights)))
        .chain(signals -> tell(session, signals));
  }

  private Uni<List<VisibleGroups>> sights(Mutiny.Session session, List<TimedCycle> cycles) {
    return Multi.createFrom()
        .iterable(cycles)
        .onItem()
        .transformToUniAndConcatenate(at -> sight(session, at))
        .collect()
        .asList();
  }

  private Uni<VisibleGroups> sight(Mutiny.Session session, TimedCycle at) {
    return editions
        .byWorkAttribute(
            session, at.cycle(), Phase.AFTER, Dimensions.NONE, Access.SUPPRESSED, leastGroup)
        .map(look -> VisibleGroups.of(at, look));
  }

  private Uni<Void> tell(Mutiny.Session session, List<DriftSignal> signals) {
    return Multi.createFrom()
        .iterable(signals)
        .select()
        .when(signal -> keep(session, signal))
        .collect()
        .asList()
        .chain(
            untold ->
                untold.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : journal.write(
                        session, ACTOR, () -> untold.stream().map(DriftSignal::fact).toList()));
  }

  /** Whether it hasn't been told before. */
  private static Uni<Boolean> keep(Mutiny.Session session, DriftSignal signal) {
    return session
        .createNativeQuery(KEEP, new AffectedEntities())
        .setParameter("cycle", signal.cycle().id())
        .setParameter("metric", signal.metric())
        .setParameter("verdict", signal.verdict().name())
        .setParameter("at", signal.at().atOffset(ZoneOffset.UTC))
        .executeUpdate()
        .map(rows -> rows == 1);
  }
}
