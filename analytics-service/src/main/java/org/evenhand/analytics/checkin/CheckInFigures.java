package org.evenhand.analytics.checkin;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.evenhand.analytics.AnalyticsConfig;
import org.evenhand.analytics.Quarter;
import org.evenhand.analytics.checkin.CheckInFiguresView.CheckInsView;
import org.evenhand.analytics.checkin.CheckInFiguresView.UnitView;
import org.evenhand.analytics.checkin.ToldQuarters.Told;
import org.evenhand.analytics.counts.Dimensions;
import org.evenhand.analytics.viewer.View;
import org.evenhand.analytics.viewer.Views;
import org.evenhand.kit.web.security.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Answers how many check-ins of a quarter were held of those that were planned. There is one
 * publication of it, the same for every reader, hr-leads included: a check-in is for its two alone.
 */
@ApplicationScoped
class CheckInFigures {

  private final Mutiny.SessionFactory sessions;
  private final ToldQuarters quarters;
  private final Views views;
  private final int least;

  CheckInFigures(
      Mutiny.SessionFactory sessions, ToldQuarters quarters, Views views, AnalyticsConfig config) {
    this.sessions = sessions;
    this.quarters = quarters;
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
                            .map(
                                found ->
                                    found
                                        .map(told -> shown(view, quarter, told))
                                        .orElseGet(
                                            () ->
                                                CheckInFiguresView.none(
                                                    quarter, view.scope(), least)))));
  }

  private CheckInFiguresView shown(View view, Quarter quarter, Told told) {
    CheckInSuppression suppression = CheckInSuppression.of(told.units(), least);
    List<UnitView> units =
        told.units().stream()
            .filter(unit -> isOpen(view, unit))
            .map(unit -> line(unit, suppression.hidden().contains(unit)))
            .toList();
    CheckInsView total =
        suppression.totalShown() && view instanceof View.Whole
            ? CheckInsView.of(UnitCheckIns.sum(told.units()))
            : null;
    return CheckInFiguresView.shown(quarter, view.scope(), least, told.publishedAt(), total, units);
  }

  private static boolean isOpen(View view, UnitCheckIns unit) {
    return !(view instanceof View.Units served)
        || unit.unit() != null && served.units().contains(unit.unit());
  }

  private static UnitView line(UnitCheckIns unit, boolean hidden) {
    return new UnitView(unit.unit(), hidden, hidden ? null : CheckInsView.of(unit));
  }
}
