package org.evenhand.analytics.checkin;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.analytics.AnalyticsConfig;
import org.evenhand.analytics.Quarter;
import org.evenhand.analytics.checkin.CheckInFiguresView.CheckInsView;
import org.evenhand.analytics.checkin.CheckInFiguresView.UnitView;
import org.evenhand.analytics.checkin.ToldQuarters.Told;
import org.evenhand.analytics.counts.Dimensions;
import org.evenhand.analytics.viewer.HidingOrders;
import org.evenhand.analytics.viewer.UnitSuppression;
import org.evenhand.analytics.viewer.View;
import org.evenhand.analytics.viewer.Views;
import org.evenhand.kit.web.security.Caller;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Answers how many check-ins of a quarter were held of those that were planned. There is one
 * publication of it, the same for every reader, hr-leads included: a check-in is for its two alone.
 */
@ApplicationScoped
class CheckInFigures {

  private final Mutiny.SessionFactory sessions;
  private final ToldQuarters quarters;
  private final HidingOrders orders;
  private final Views views;
  private final int least;

  CheckInFigures(
      Mutiny.SessionFactory sessions,
      ToldQuarters quarters,
      HidingOrders orders,
      Views views,
      AnalyticsConfig config) {
    this.sessions = sessions;
    this.quarters = quarters;
    this.orders = orders;
    this.views = views;
    this.least = config.leastGroup();
  }

  Uni<CheckInFiguresView> of(Caller caller, Quarter quarter) {
    return sessions.withTransaction(
        session ->
            views
                .of(session, caller, Dimensions.ORG_UNIT)
                .chain(
                    view ->
                        quarters
                            .of(session, quarter)
                            .chain(
                                found ->
                                    found
                                        .map(told -> of(session, view, quarter, told))
                                        .orElseGet(() -> none(view, quarter)))));
  }

  private Uni<CheckInFiguresView> none(View view, Quarter quarter) {
    return Uni.createFrom().item(CheckInFiguresView.none(quarter, view.scope(), least));
  }

  private Uni<CheckInFiguresView> of(
      Mutiny.Session session, View view, Quarter quarter, Told told) {
    Map<String, UnitCheckIns> units =
        told.units().stream().collect(Collectors.toMap(UnitCheckIns::key, Function.identity()));
    return orders
        .of(session, "check-ins " + quarter.text())
        .map(order -> shown(view, quarter, told, UnitSuppression.of(units, least, order)));
  }

  private CheckInFiguresView shown(
      View view, Quarter quarter, Told told, UnitSuppression suppression) {
    List<UnitView> units =
        told.units().stream()
            .filter(unit -> isOpen(view, unit))
            .map(unit -> line(unit, suppression.hidden().contains(unit.key())))
            .toList();
    return CheckInFiguresView.shown(
        quarter,
        view.scope(),
        least,
        told.publishedAt(),
        suppression.totalShown() && view instanceof View.Whole ? total(told.units()) : null,
        units);
  }

  /** None of no unit. */
  private static @Nullable CheckInsView total(List<UnitCheckIns> units) {
    return units.stream().reduce(UnitCheckIns::plus).map(CheckInsView::of).orElse(null);
  }

  private static boolean isOpen(View view, UnitCheckIns unit) {
    return !(view instanceof View.Units served)
        || unit.unit() != null && served.units().contains(unit.unit());
  }

  private static UnitView line(UnitCheckIns unit, boolean hidden) {
    return new UnitView(unit.unit(), hidden, hidden ? null : CheckInsView.of(unit));
  }
}
