package org.evenhand.analytics.growth;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenhand.analytics.AnalyticsConfig;
import org.evenhand.analytics.counts.Dimensions;
import org.evenhand.analytics.growth.GrowthUnitsView.UnitView;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.viewer.HidingOrder;
import org.evenhand.analytics.viewer.HidingOrders;
import org.evenhand.analytics.viewer.UnitSuppression;
import org.evenhand.analytics.viewer.View;
import org.evenhand.analytics.viewer.Views;
import org.evenhand.analytics.yearly.FigureYear;
import org.evenhand.analytics.yearly.YearlyRoom;
import org.evenhand.kit.web.security.Caller;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Answers a measure by unit: what is shown of a unit is the same for whoever sees it. */
@ApplicationScoped
class GrowthByUnit {

  private final Mutiny.SessionFactory sessions;
  private final PublishedGrowth published;
  private final GrowthUnits units;
  private final HidingOrders orders;
  private final Views views;
  private final int least;

  GrowthByUnit(
      Mutiny.SessionFactory sessions,
      PublishedGrowth published,
      GrowthUnits units,
      HidingOrders orders,
      Views views,
      AnalyticsConfig config) {
    this.sessions = sessions;
    this.published = published;
    this.units = units;
    this.orders = orders;
    this.views = views;
    this.least = config.leastDistribution();
  }

  /** What is asked for, and how much of it is open to who asks. */
  private record Asked(GrowthMeasure measure, FigureYear year, View view) {

    boolean isOpen(String unit) {
      return !(view instanceof View.Units served) || served.units().contains(unit);
    }
  }

  Uni<GrowthUnitsView> of(Caller caller, GrowthMeasure measure, int year) {
    return sessions.withTransaction(
        session ->
            views
                .of(session, caller, Dimensions.ORG_UNIT)
                .map(view -> new Asked(measure, new FigureYear(YearlyRoom.GROWTH, year), view))
                .chain(asked -> of(session, asked)));
  }

  private Uni<GrowthUnitsView> of(Mutiny.Session session, Asked asked) {
    return published
        .figure(session, asked.year().year(), asked.measure())
        .chain(
            found ->
                found
                    .map(
                        figure ->
                            orders
                                .of(session, "growth " + figure.number())
                                .chain(order -> shown(session, asked, figure, order)))
                    .orElseGet(() -> without(session, asked)));
  }

  private static Map<String, UnitBands> bands(Map<String, LevelCounts> counts) {
    Map<String, UnitBands> bands = new TreeMap<>();
    counts.forEach((unit, each) -> bands.put(unit, new UnitBands(each)));
    return bands;
  }

  private Uni<GrowthUnitsView> shown(
      Mutiny.Session session, Asked asked, GrowthFigure figure, HidingOrder order) {
    return units
        .read(session, figure.number(), figure.measure())
        .map(GrowthByUnit::bands)
        .map(bands -> shown(asked, figure, bands, UnitSuppression.of(bands, least, order)));
  }

  private GrowthUnitsView shown(
      Asked asked, GrowthFigure figure, Map<String, UnitBands> units, UnitSuppression suppression) {
    List<UnitView> lines =
        units.entrySet().stream()
            .filter(unit -> asked.isOpen(unit.getKey()))
            .map(unit -> line(figure, unit.getKey(), unit.getValue(), suppression))
            .toList();
    GrowthState state =
        lines.isEmpty()
            ? GrowthState.NOTHING
            : lines.stream().allMatch(UnitView::suppressed)
                ? GrowthState.TOO_FEW_PEOPLE
                : GrowthState.SHOWN;
    return view(asked, state, figure, total(asked, figure, units, suppression), lines);
  }

  private static @Nullable BandsView total(
      Asked asked, GrowthFigure figure, Map<String, UnitBands> units, UnitSuppression suppression) {
    return suppression.totalShown() && asked.view() instanceof View.Whole
        ? units.values().stream()
            .reduce(UnitBands::plus)
            .map(sum -> BandsView.of(figure.measure(), sum.counts()))
            .orElse(null)
        : null;
  }

  private static UnitView line(
      GrowthFigure figure, String unit, UnitBands bands, UnitSuppression suppression) {
    boolean hidden = suppression.hidden().contains(unit);
    return new UnitView(
        unit, hidden, hidden ? null : BandsView.of(figure.measure(), bands.counts()));
  }

  private Uni<GrowthUnitsView> without(Mutiny.Session session, Asked asked) {
    return published
        .isPublished(session, asked.year().year())
        .map(
            done ->
                view(
                    asked,
                    done ? GrowthState.NOTHING : GrowthState.GATHERING,
                    null,
                    null,
                    List.of()));
  }

  private GrowthUnitsView view(
      Asked asked,
      GrowthState state,
      @Nullable GrowthFigure figure,
      @Nullable BandsView everybody,
      List<UnitView> lines) {
    return new GrowthUnitsView(
        asked.measure(),
        asked.year().year(),
        asked.view().scope(),
        state,
        state.words(),
        least,
        asked.year().publishOn(),
        figure == null ? null : figure.publishedAt(),
        everybody,
        lines);
  }
}
