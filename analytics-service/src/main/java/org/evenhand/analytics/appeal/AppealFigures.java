package org.evenhand.analytics.appeal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.evenhand.analytics.AnalyticsConfig;
import org.evenhand.analytics.appeal.AppealFiguresView.AppealedView;
import org.evenhand.analytics.appeal.AppealFiguresView.UnitView;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Cycles;
import org.evenhand.analytics.counts.Dimensions;
import org.evenhand.analytics.counts.ShownCounts;
import org.evenhand.analytics.publication.Edition;
import org.evenhand.analytics.publication.Editions;
import org.evenhand.analytics.viewer.CycleView;
import org.evenhand.analytics.viewer.HidingOrders;
import org.evenhand.analytics.viewer.UnitSuppression;
import org.evenhand.analytics.viewer.View;
import org.evenhand.analytics.viewer.Views;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.security.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Answers how many results of a cycle were appealed. There is one publication of it, the same for
 * every reader: of the appeals that were filed until the cycle was closed, once the last of them
 * has ended. So nobody watches a single appeal go by.
 */
@ApplicationScoped
class AppealFigures {

  private static final String OPEN =
      """
      select 1 from appeal_told where cycle_id = :cycle and filed_at <= :until and not ended
      """;

  private static final String UNITS =
      """
      select shared.value as unit, shared.n as results, count(a.review_id) as filed,
        count(*) filter (where a.admitted) as admitted,
        count(*) filter (where a.changed) as changed
      from (select value, n from %s
            where cycle_id = :cycle and dimension = 'orgUnit' and stage = 'SHARED' and n > 0) shared
      left join (
        select review_id, org_unit, bool_or(admitted) as admitted,
          bool_or(state = 'RATING_CHANGED') as changed
        from appeal_told where cycle_id = :cycle and filed_at <= :until
        group by review_id, org_unit) a on a.org_unit = shared.value
      group by shared.value, shared.n
      order by shared.value
      """
          .formatted(ShownCounts.COMPLETION_CELL);

  private final Mutiny.SessionFactory sessions;
  private final Cycles cycles;
  private final Views views;
  private final Editions editions;
  private final HidingOrders orders;
  private final int least;

  AppealFigures(
      Mutiny.SessionFactory sessions,
      Cycles cycles,
      Views views,
      Editions editions,
      HidingOrders orders,
      AnalyticsConfig config) {
    this.sessions = sessions;
    this.cycles = cycles;
    this.views = views;
    this.editions = editions;
    this.orders = orders;
    this.least = config.leastGroup();
  }

  Uni<AppealFiguresView> of(Caller caller, String cycle) {
    return sessions.withTransaction(
        session ->
            views
                .of(session, caller, Dimensions.ORG_UNIT)
                .chain(
                    view ->
                        cycles.require(session, cycle).chain(found -> of(session, view, found))));
  }

  private Uni<AppealFiguresView> of(Mutiny.Session session, View view, Cycle cycle) {
    return editions
        .last(session, cycle)
        .map(last -> last.filter(Edition::reportsOnly).map(Edition::publishedAt))
        .chain(
            closed ->
                closed
                    .map(until -> of(session, view, cycle, until))
                    .orElseGet(() -> none(view, cycle, "The cycle isn't closed yet.")));
  }

  private Uni<AppealFiguresView> of(Mutiny.Session session, View view, Cycle cycle, Instant until) {
    return Rows.unflushed(session, OPEN)
        .bind("cycle", cycle.id())
        .bind("until", until)
        .any()
        .chain(
            open ->
                open
                    ? none(view, cycle, "Some appeals against these results are open.")
                    : units(session, cycle, until)
                        .chain(units -> shown(session, view, cycle, until, units)));
  }

  private static Uni<Map<String, Appealed>> units(
      Mutiny.Session session, Cycle cycle, Instant until) {
    return Rows.unflushed(session, UNITS)
        .bind("cycle", cycle.id())
        .bind("until", until)
        .list(row -> Map.entry(row.text("unit"), appealed(row)))
        .map(
            rows -> {
              Map<String, Appealed> units = new TreeMap<>();
              rows.forEach(row -> units.put(row.getKey(), row.getValue()));
              return units;
            });
  }

  private static Appealed appealed(Row row) {
    return new Appealed(
        row.bigint("results"), row.bigint("filed"), row.bigint("admitted"), row.bigint("changed"));
  }

  private Uni<AppealFiguresView> shown(
      Mutiny.Session session, View view, Cycle cycle, Instant until, Map<String, Appealed> units) {
    return orders
        .of(session, "appeals " + cycle.id())
        .map(order -> UnitSuppression.of(units, least, order))
        .map(suppression -> shown(view, cycle, until, units, suppression));
  }

  private AppealFiguresView shown(
      View view,
      Cycle cycle,
      Instant until,
      Map<String, Appealed> units,
      UnitSuppression suppression) {
    Predicate<String> open =
        view instanceof View.Units served ? served.units()::contains : u -> true;
    List<UnitView> lines =
        units.entrySet().stream()
            .filter(unit -> open.test(unit.getKey()))
            .map(unit -> line(unit.getKey(), unit.getValue(), suppression))
            .toList();
    Optional<AppealedView> total =
        suppression.totalShown() && view instanceof View.Whole
            ? Optional.of(AppealedView.of(Appealed.sum(List.copyOf(units.values()))))
            : Optional.empty();
    return new AppealFiguresView(
        CycleView.of(cycle),
        view.scope(),
        least,
        "Appeals that were filed until the cycle was closed, once all of them had ended.",
        until,
        total.orElse(null),
        lines);
  }

  private static UnitView line(String unit, Appealed appealed, UnitSuppression suppression) {
    boolean hidden = suppression.hidden().contains(unit);
    return new UnitView(unit, hidden, hidden ? null : AppealedView.of(appealed));
  }

  private Uni<AppealFiguresView> none(View view, Cycle cycle, String note) {
    return Uni.createFrom()
        .item(
            new AppealFiguresView(
                CycleView.of(cycle), view.scope(), least, note, null, null, List.of()));
  }
}
