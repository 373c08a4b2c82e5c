package org.evenhand.analytics.fairness;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenhand.analytics.AnalyticsConfig;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Cycles;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.demographics.DemographicDimensions;
import org.evenhand.analytics.demographics.Dimension;
import org.evenhand.analytics.publication.Look;
import org.evenhand.analytics.publication.Publications;
import org.evenhand.analytics.statistics.Metric;
import org.hibernate.reactive.mutiny.Mutiny;

/** Answers whether the groups of a dimension fared alike. */
@ApplicationScoped
public class Fairness {

  private final Mutiny.SessionFactory sessions;
  private final Cycles cycles;
  private final DemographicDimensions dimensions;
  private final Publications publications;
  private final int leastGroup;

  Fairness(
      Mutiny.SessionFactory sessions,
      Cycles cycles,
      DemographicDimensions dimensions,
      Publications publications,
      AnalyticsConfig config) {
    this.sessions = sessions;
    this.cycles = cycles;
    this.dimensions = dimensions;
    this.publications = publications;
    this.leastGroup = config.leastGroup();
  }

  Uni<FairnessView> of(String cycle, String dimension, Phase phase) {
    return sessions.withTransaction(
        session ->
            dimensions
                .all(session)
                .invoke(all -> DemographicDimensions.require(all, dimension))
                .chain(
                    all ->
                        cycles
                            .require(session, cycle)
                            .chain(found -> of(session, found, all, dimension, phase))));
  }

  /** Looks at every dimension, because a test is judged among all tests of the cycle. */
  private Uni<FairnessView> of(
      Mutiny.Session session, Cycle cycle, List<Dimension> all, String asked, Phase phase) {
    SortedMap<String, Look> looks = new TreeMap<>();
    return Multi.createFrom()
        .iterable(all)
        .onItem()
        .transformToUniAndConcatenate(
            each ->
                publications
                    .look(session, cycle, phase, each.key())
                    .invoke(look -> looks.put(each.key(), look)))
        .collect()
        .last()
        .map(last -> view(cycle, all, asked, phase, looks));
  }

  /** What these looks at every dimension of a cycle say, dimension by dimension. */
  public List<FairnessView> judge(
      Cycle cycle, List<Dimension> all, Phase phase, SortedMap<String, Look> looks) {
    return all.stream().map(dimension -> view(cycle, all, dimension.key(), phase, looks)).toList();
  }

  private FairnessView view(
      Cycle cycle, List<Dimension> all, String asked, Phase phase, SortedMap<String, Look> looks) {
    Dimension dimension = DemographicDimensions.require(all, asked);
    Answer answer = new Answer(cycle, dimension, phase, leastGroup);
    Look look = looks.get(asked);
    if (!(look instanceof Look.Shown shown)) {
      return answer.without(look instanceof Look.Gathering);
    }
    List<Compartment> compartments = compartments(all, looks);
    return answer.with(
        shown,
        Compartment.of(dimension, shown),
        Judged.all(cycle.key(), Metric.IMPACT_RATIO, compartments, leastGroup),
        Judged.all(cycle.key(), Metric.CLIFFS_DELTA, compartments, leastGroup));
  }

  private static List<Compartment> compartments(
      List<Dimension> all, SortedMap<String, Look> looks) {
    List<Compartment> compartments = new ArrayList<>();
    for (Dimension dimension : all) {
      if (looks.get(dimension.key()) instanceof Look.Shown shown) {
        compartments.add(Compartment.of(dimension, shown));
      }
    }
    return compartments;
  }
}
