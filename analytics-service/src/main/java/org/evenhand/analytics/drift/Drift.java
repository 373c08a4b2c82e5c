package org.evenhand.analytics.drift;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.evenhand.analytics.AnalyticsConfig;
import org.evenhand.analytics.AnalyticsProblem;
import org.evenhand.analytics.counts.Dimensions;
import org.evenhand.analytics.counts.Tallies;
import org.evenhand.analytics.counts.TimedCycle;
import org.evenhand.analytics.counts.Timeline;
import org.evenhand.analytics.demographics.DemographicDimensions;
import org.evenhand.analytics.publication.Editions;
import org.evenhand.analytics.publication.Look;
import org.evenhand.analytics.viewer.Access;
import org.evenhand.analytics.viewer.View;
import org.evenhand.analytics.viewer.Views;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.security.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

/** Answers how the ratings of a group moved, from the published figures of each cycle. */
@ApplicationScoped
class Drift {

  private final Mutiny.SessionFactory sessions;
  private final DemographicDimensions dimensions;
  private final Views views;
  private final Timeline timeline;
  private final Editions editions;
  private final Tallies tallies;
  private final int leastGroup;

  Drift(
      Mutiny.SessionFactory sessions,
      DemographicDimensions dimensions,
      Views views,
      Timeline timeline,
      Editions editions,
      Tallies tallies,
      AnalyticsConfig config) {
    this.sessions = sessions;
    this.dimensions = dimensions;
    this.views = views;
    this.timeline = timeline;
    this.editions = editions;
    this.tallies = tallies;
    this.leastGroup = config.leastDistribution();
  }

  Uni<DriftView> of(Caller caller, DriftQuestion asked) {
    String group = asked.group();
    return sessions.withTransaction(
        session ->
            requireDimension(session, asked.dimension())
                .chain(() -> views.of(session, caller, asked.dimension(), "dimension"))
                .invoke(view -> requireOpen(view, group))
                .chain(
                    view ->
                        timeline
                            .between(session, asked.from(), asked.to())
                            .chain(cycles -> sights(session, view, asked, group, cycles))
                            .map(sights -> answer(view, asked, group, Series.of(sights)))));
  }

  private Uni<Void> requireDimension(Mutiny.Session session, String dimension) {
    if (Dimensions.ORGANISATIONAL.contains(dimension)) {
      return Uni.createFrom().voidItem();
    }
    return dimensions
        .all(session)
        .invoke(all -> DemographicDimensions.require(all, dimension))
        .replaceWithVoid();
  }

  private static void requireOpen(View view, String group) {
    if (view instanceof View.Units units && !units.units().contains(group)) {
      throw Problem.of(
              AnalyticsProblem.PARTITION_NOT_OPEN,
              "Open to you: the units that you serve ("
                  + String.join(", ", units.units().stream().sorted().toList())
                  + ").")
          .with(NOT_ALLOWED.parameter("value", "names a unit that you don't serve"));
    }
  }

  private Uni<List<VisibleGroups>> sights(
      Mutiny.Session session,
      View view,
      DriftQuestion asked,
      String group,
      List<TimedCycle> cycles) {
    return Multi.createFrom()
        .iterable(cycles)
        .onItem()
        .transformToUniAndConcatenate(at -> sight(session, view, asked, group, at))
        .collect()
        .asList();
  }

  private Uni<VisibleGroups> sight(
      Mutiny.Session session, View view, DriftQuestion asked, String group, TimedCycle at) {
    if (view instanceof View.Own own) {
      return tallies
          .ofReviewer(session, at.cycle(), asked.phase(), own.manager().toString())
          .map(given -> VisibleGroups.ofOwn(at, given, group));
    }
    Set<String> open = view instanceof View.Units units ? units.units() : null;
    return look(session, view, asked, at)
        .map(look -> VisibleGroups.of(at, look))
        .map(sight -> open == null ? sight : sight.only(open));
  }

  /** Nothing is too small for a reader of the ratings themselves. */
  private int leastGroup(Access access, String dimension, Series series) {
    return Dimensions.ORGANISATIONAL.contains(dimension) && series.isExact(access) ? 0 : leastGroup;
  }

  private Uni<Look> look(Mutiny.Session session, View view, DriftQuestion asked, TimedCycle at) {
    return Dimensions.ORGANISATIONAL.contains(asked.dimension())
        ? editions.byWorkAttribute(
            session, at.cycle(), asked.phase(), asked.dimension(), view.access(), leastGroup)
        : editions.byProtectedAttribute(session, at.cycle(), asked.phase(), asked.dimension());
  }

  private DriftView answer(View view, DriftQuestion asked, String group, Series series) {
    int level = asked.level(series.scale());
    if (series.hides(group)) {
      throw DriftQuestion.suppressed(leastGroup);
    }
    if (!series.names().contains(group) && !series.isGathering()) {
      throw DriftQuestion.unknown(series.names());
    }
    return new DriftAnswer(asked, group, level, series)
        .with(view.scope(), leastGroup(view.access(), asked.dimension(), series));
  }
}
