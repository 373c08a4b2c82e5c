package org.evenhand.analytics.fairness;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenhand.analytics.AnalyticsConfig;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Cycles;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.demographics.DemographicDimensions;
import org.evenhand.analytics.demographics.Dimension;
import org.evenhand.analytics.publication.Edition;
import org.evenhand.analytics.publication.Editions;
import org.evenhand.analytics.publication.Look;
import org.evenhand.analytics.statistics.Metric;
import org.evenhand.analytics.statistics.verdict.PriorWarning;
import org.hibernate.reactive.mutiny.Mutiny;

/** Answers whether the groups of a dimension fared alike. */
@ApplicationScoped
public class Fairness {

  /** A session asks the database one thing after the other. */
  private static final int ONE_AT_A_TIME = 1;

  private final Mutiny.SessionFactory sessions;
  private final Cycles cycles;
  private final DemographicDimensions dimensions;
  private final Editions editions;
  private final int leastGroup;

  Fairness(
      Mutiny.SessionFactory sessions,
      Cycles cycles,
      DemographicDimensions dimensions,
      Editions editions,
      AnalyticsConfig config) {
    this.sessions = sessions;
    this.cycles = cycles;
    this.dimensions = dimensions;
    this.editions = editions;
    this.leastGroup = config.leastGroup();
  }

  Uni<FairnessView> of(String cycle, String dimension, Phase phase) {
    return sessions
        .withTransaction(session -> shown(session, cycle, dimension, phase))
        .map(this::view);
  }

  /**
   * What the last edition shows of a cycle.
   *
   * @param all every dimension, because a test is judged among all tests of the cycle
   */
  private record Shown(
      Cycle cycle,
      Dimension asked,
      List<Dimension> all,
      Phase phase,
      SortedMap<String, Look> looks,
      Optional<Edition> last) {}

  private Uni<Shown> shown(Mutiny.Session session, String cycle, String asked, Phase phase) {
    return dimensions
        .all(session)
        .chain(
            all -> {
              Dimension dimension = DemographicDimensions.require(all, asked);
              return cycles
                  .require(session, cycle)
                  .chain(found -> shown(session, found, dimension, all, phase));
            });
  }

  private Uni<Shown> shown(
      Mutiny.Session session, Cycle cycle, Dimension asked, List<Dimension> all, Phase phase) {
    return Uni.combine()
        .all()
        .unis(looks(session, cycle, all, phase), editions.last(session, cycle))
        .usingConcurrencyOf(ONE_AT_A_TIME)
        .with((looks, last) -> new Shown(cycle, asked, all, phase, looks, last));
  }

  private FairnessView view(Shown shown) {
    return view(
        new Answer(shown.cycle(), shown.asked(), shown.phase(), shown.last(), leastGroup),
        shown.all(),
        shown.looks(),
        Map.of());
  }

  /** What the last edition shows of each dimension. */
  public Uni<SortedMap<String, Look>> looks(
      Mutiny.Session session, Cycle cycle, List<Dimension> all, Phase phase) {
    SortedMap<String, Look> looks = new TreeMap<>();
    return Multi.createFrom()
        .iterable(all)
        .onItem()
        .transformToUniAndConcatenate(
            each ->
                editions
                    .byProtectedAttribute(session, cycle, phase, each.key())
                    .invoke(look -> looks.put(each.key(), look)))
        .collect()
        .last()
        .replaceWith(looks);
  }

  /**
   * The results for every dimension of a cycle in the one formal test, whichever edition is looked
   * at.
   *
   * @param before the results of the cycle before, because twice in a row weighs more than once
   */
  public List<FairnessView> judge(
      Cycle cycle,
      List<Dimension> all,
      Phase phase,
      SortedMap<String, Look> looks,
      Map<Metric, Set<PriorWarning>> before) {
    return all.stream()
        .map(
            dimension ->
                view(
                    new Answer(cycle, dimension, phase, Optional.empty(), leastGroup),
                    all,
                    looks,
                    before))
        .toList();
  }

  private FairnessView view(
      Answer answer,
      List<Dimension> all,
      SortedMap<String, Look> looks,
      Map<Metric, Set<PriorWarning>> before) {
    Look look = looks.get(answer.dimension().key());
    if (!(look instanceof Look.Shown shown)) {
      return answer.without(look instanceof Look.Gathering);
    }
    List<Compartment> compartments = compartments(all, looks);
    return answer.with(
        shown,
        Compartment.of(answer.dimension(), shown),
        judged(answer, Metric.IMPACT_RATIO, compartments, before),
        judged(answer, Metric.CLIFFS_DELTA, compartments, before));
  }

  private List<JudgedComparison> judged(
      Answer answer,
      Metric metric,
      List<Compartment> compartments,
      Map<Metric, Set<PriorWarning>> before) {
    return JudgedComparison.all(
        answer.family(metric), compartments, before.getOrDefault(metric, Set.of()));
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
