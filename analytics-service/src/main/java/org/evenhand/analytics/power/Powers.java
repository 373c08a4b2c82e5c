package org.evenhand.analytics.power;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.analytics.AnalyticsConfig;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Cycles;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.counts.TimedCycle;
import org.evenhand.analytics.counts.Timeline;
import org.evenhand.analytics.demographics.DemographicDimensions;
import org.evenhand.analytics.demographics.Dimension;
import org.evenhand.analytics.publication.Editions;
import org.evenhand.analytics.publication.Look;
import org.evenhand.analytics.publication.Visibility;
import org.hibernate.reactive.mutiny.Mutiny;

/** Answers which effects could be detected at all, from group sizes that are published anyway. */
@ApplicationScoped
class Powers {

  /** How many earlier cycles are looked at when the one asked for has no ratings yet. */
  private static final int EARLIER = 3;

  private final Mutiny.SessionFactory sessions;
  private final Cycles cycles;
  private final Timeline timeline;
  private final DemographicDimensions dimensions;
  private final Editions editions;
  private final int leastGroup;

  Powers(
      Mutiny.SessionFactory sessions,
      Cycles cycles,
      Timeline timeline,
      DemographicDimensions dimensions,
      Editions editions,
      AnalyticsConfig config) {
    this.sessions = sessions;
    this.cycles = cycles;
    this.timeline = timeline;
    this.dimensions = dimensions;
    this.editions = editions;
    this.leastGroup = config.leastGroup();
  }

  Uni<PowerView> of(String cycle, String dimension) {
    return sessions.withTransaction(
        session ->
            dimensions
                .all(session)
                .map(all -> DemographicDimensions.require(all, dimension))
                .chain(
                    found ->
                        cycles.require(session, cycle).chain(asked -> of(session, found, asked))));
  }

  private Uni<PowerView> of(Mutiny.Session session, Dimension dimension, Cycle asked) {
    PowerAnswer answer = new PowerAnswer(asked, dimension.key(), leastGroup);
    return timeline
        .between(session, null, asked.id().toString())
        .chain(
            earlier -> look(session, dimension, sources(earlier), answer, Visibility.NO_RATINGS));
  }

  /** The cycle itself after and before calibration, then the latest of the earlier ones. */
  private static List<Source> sources(List<TimedCycle> upToAsked) {
    List<Source> sources = new ArrayList<>();
    int last = upToAsked.size() - 1;
    sources.add(new Source(upToAsked.get(last).cycle(), Phase.AFTER));
    sources.add(new Source(upToAsked.get(last).cycle(), Phase.BEFORE));
    for (int i = last - 1; i >= Math.max(0, last - EARLIER); i--) {
      sources.add(new Source(upToAsked.get(i).cycle(), Phase.AFTER));
    }
    return sources;
  }

  private record Source(Cycle cycle, Phase phase) {}

  /** The first source that has a reference group. */
  private Uni<PowerView> look(
      Mutiny.Session session,
      Dimension dimension,
      List<Source> sources,
      PowerAnswer answer,
      Visibility soFar) {
    if (sources.isEmpty()) {
      return Uni.createFrom().item(answer.without(soFar));
    }
    Source source = sources.get(0);
    return editions
        .byProtectedAttribute(session, source.cycle(), source.phase(), dimension.key())
        .chain(
            look -> {
              if (look instanceof Look.Shown shown) {
                Basis basis = Basis.of(source.cycle(), source.phase(), dimension, shown);
                if (basis.reference().isPresent() || sources.size() == 1) {
                  return Uni.createFrom().item(answer.on(basis));
                }
              }
              Visibility state = look instanceof Look.Gathering ? Visibility.GATHERING : soFar;
              return look(session, dimension, sources.subList(1, sources.size()), answer, state);
            });
  }
}
