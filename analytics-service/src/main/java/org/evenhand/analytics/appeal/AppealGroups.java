package org.evenhand.analytics.appeal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.evenhand.analytics.AnalyticsConfig;
import org.evenhand.analytics.appeal.AppealFiguresView.AppealedView;
import org.evenhand.analytics.appeal.AppealGroupsView.GroupView;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Cycles;
import org.evenhand.analytics.demographics.DemographicDimensions;
import org.evenhand.analytics.viewer.CycleView;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Answers what was published of appeals by a protected attribute; the same for every reader. */
@ApplicationScoped
class AppealGroups {

  private static final String RELEASE =
      "select filed_until from appeal_release where cycle_id = :cycle";

  // A group in which there is nobody any more is shown by not being named.
  private static final String GROUPS =
      """
      select value, results, filed, admitted, changed from appeal_group
      where cycle_id = :cycle and dimension = :dimension and results is distinct from 0
      order by value
      """;

  private final Mutiny.SessionFactory sessions;
  private final Cycles cycles;
  private final DemographicDimensions dimensions;
  private final int least;

  AppealGroups(
      Mutiny.SessionFactory sessions,
      Cycles cycles,
      DemographicDimensions dimensions,
      AnalyticsConfig config) {
    this.sessions = sessions;
    this.cycles = cycles;
    this.dimensions = dimensions;
    this.least = config.leastGroup();
  }

  Uni<AppealGroupsView> of(String cycle, String dimension) {
    return sessions.withTransaction(
        session ->
            dimensions
                .all(session)
                .map(all -> DemographicDimensions.require(all, dimension))
                .chain(() -> cycles.require(session, cycle))
                .chain(found -> of(session, found, dimension)));
  }

  private Uni<AppealGroupsView> of(Mutiny.Session session, Cycle cycle, String dimension) {
    return Rows.of(session, RELEASE)
        .bind("cycle", cycle.id())
        .atMostOne(row -> row.instant("filed_until"))
        .chain(
            released ->
                released
                    .map(until -> of(session, cycle, dimension, until))
                    .orElseGet(
                        () ->
                            Uni.createFrom()
                                .item(
                                    view(
                                        cycle,
                                        dimension,
                                        "The cycle isn't closed yet, or some appeals against its"
                                            + " results are open.",
                                        null,
                                        List.of()))));
  }

  private Uni<AppealGroupsView> of(
      Mutiny.Session session, Cycle cycle, String dimension, Instant until) {
    return Rows.of(session, GROUPS)
        .bind("cycle", cycle.id())
        .bind("dimension", dimension)
        .list(AppealGroups::group)
        .map(
            groups ->
                view(
                    cycle,
                    dimension,
                    groups.isEmpty()
                        ? "This dimension wasn't there yet when the figures were published."
                        : "Appeals that were filed until the cycle was closed, once all of them had"
                            + " ended.",
                    until,
                    groups));
  }

  private AppealGroupsView view(
      Cycle cycle, String dimension, String note, @Nullable Instant until, List<GroupView> groups) {
    return new AppealGroupsView(CycleView.of(cycle), dimension, least, note, until, groups);
  }

  private static GroupView group(Row row) {
    AppealedView figures =
        row.orNull(
            "results",
            (from, results) ->
                new AppealedView(
                    from.bigint(results),
                    from.bigint("filed"),
                    from.bigint("admitted"),
                    from.bigint("changed")));
    return new GroupView(row.text("value"), figures == null, figures);
  }
}
