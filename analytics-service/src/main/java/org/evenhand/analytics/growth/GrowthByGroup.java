package org.evenhand.analytics.growth;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.evenhand.analytics.AnalyticsConfig;
import org.evenhand.analytics.demographics.DemographicDimensions;
import org.evenhand.analytics.demographics.Dimension;
import org.evenhand.analytics.fairness.FairnessView.DimensionName;
import org.evenhand.analytics.growth.GrowthGroupsView.GroupView;
import org.evenhand.analytics.publication.SuppressionWords;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.yearly.FigureGroups;
import org.evenhand.analytics.yearly.FigureYear;
import org.evenhand.analytics.yearly.YearlyGroups;
import org.evenhand.analytics.yearly.YearlyRoom;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Answers a measure by the groups of a dimension as it was published; the same for all readers. */
@ApplicationScoped
class GrowthByGroup {

  private final Mutiny.SessionFactory sessions;
  private final PublishedGrowth published;
  private final YearlyGroups groups;
  private final DemographicDimensions dimensions;
  private final int least;

  GrowthByGroup(
      Mutiny.SessionFactory sessions,
      PublishedGrowth published,
      YearlyGroups groups,
      DemographicDimensions dimensions,
      AnalyticsConfig config) {
    this.sessions = sessions;
    this.published = published;
    this.groups = groups;
    this.dimensions = dimensions;
    this.least = config.leastDistribution();
  }

  /** What is asked for. */
  private record Asked(GrowthMeasure measure, FigureYear year, Dimension dimension) {}

  Uni<GrowthGroupsView> of(GrowthMeasure measure, int year, String dimension) {
    return sessions.withTransaction(
        session ->
            dimensions
                .all(session)
                .map(all -> DemographicDimensions.require(all, dimension))
                .map(found -> new Asked(measure, new FigureYear(YearlyRoom.GROWTH, year), found))
                .chain(asked -> of(session, asked)));
  }

  private Uni<GrowthGroupsView> of(Mutiny.Session session, Asked asked) {
    return published
        .figure(session, asked.year().year(), asked.measure())
        .chain(
            found ->
                found
                    .map(figure -> of(session, asked, figure))
                    .orElseGet(() -> without(session, asked)));
  }

  private Uni<GrowthGroupsView> of(Mutiny.Session session, Asked asked, GrowthFigure figure) {
    return groups
        .read(session, figure.number(), asked.dimension().key())
        .map(found -> view(asked, state(found), figure, groups(figure, found)));
  }

  private static GrowthState state(FigureGroups groups) {
    if (groups.named().isEmpty()) {
      return GrowthState.NOTHING;
    }
    return groups.shown().isEmpty() ? GrowthState.TOO_FEW_PEOPLE : GrowthState.SHOWN;
  }

  private List<GroupView> groups(GrowthFigure figure, FigureGroups groups) {
    return groups.named().stream()
        .map(value -> group(figure, value, groups.shown().get(value)))
        .toList();
  }

  private GroupView group(GrowthFigure figure, String value, @Nullable LevelCounts shown) {
    return shown == null
        ? new GroupView(value, true, SuppressionWords.rule(least), null)
        : new GroupView(value, false, null, BandsView.of(figure.measure(), shown));
  }

  private Uni<GrowthGroupsView> without(Mutiny.Session session, Asked asked) {
    return published
        .isPublished(session, asked.year().year())
        .map(
            done ->
                view(asked, done ? GrowthState.NOTHING : GrowthState.GATHERING, null, List.of()));
  }

  private GrowthGroupsView view(
      Asked asked, GrowthState state, @Nullable GrowthFigure figure, List<GroupView> groups) {
    return new GrowthGroupsView(
        asked.measure(),
        asked.year().year(),
        new DimensionName(asked.dimension().key(), asked.dimension().label()),
        state,
        state.words(),
        least,
        asked.year().publishOn(),
        figure == null ? null : figure.publishedAt(),
        figure == null || state != GrowthState.SHOWN
            ? null
            : BandsView.of(figure.measure(), figure.people()),
        groups);
  }
}
