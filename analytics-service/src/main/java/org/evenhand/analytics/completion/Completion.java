package org.evenhand.analytics.completion;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenhand.analytics.completion.CompletionView.GroupView;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Cycles;
import org.evenhand.analytics.counts.Dimensions;
import org.evenhand.analytics.counts.Origin;
import org.evenhand.analytics.counts.ShownCounts;
import org.evenhand.analytics.viewer.CycleView;
import org.evenhand.analytics.viewer.View;
import org.evenhand.analytics.viewer.Views;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.security.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Answers how far a cycle has come. These are measures of the process and say nothing about a
 * rating, so they are shown for groups of any size, and live.
 */
@ApplicationScoped
class Completion {

  private static final String READ =
      """
      select value, stage, n from %s
      where cycle_id = :cycle and dimension = :dimension and n <> 0
      """
          .formatted(ShownCounts.COMPLETION_CELL);

  private static final String READ_ONE = READ + " and value = :value";

  private final Mutiny.SessionFactory sessions;
  private final Cycles cycles;
  private final Views views;

  Completion(Mutiny.SessionFactory sessions, Cycles cycles, Views views) {
    this.sessions = sessions;
    this.cycles = cycles;
    this.views = views;
  }

  Uni<CompletionView> of(Caller caller, String cycle, String by) {
    return sessions.withTransaction(
        session ->
            views
                .of(session, caller, by)
                .chain(
                    view ->
                        cycles
                            .require(session, cycle)
                            .chain(found -> of(session, view, found, by))));
  }

  private Uni<CompletionView> of(Mutiny.Session session, View view, Cycle cycle, String by) {
    return counts(session, view, cycle, by)
        .map(Completion::byValue)
        .map(
            groups ->
                new CompletionView(
                    CycleView.of(cycle),
                    by,
                    view.scope(),
                    note(cycle, groups.isEmpty()),
                    groups.entrySet().stream()
                        .filter(group -> isOpen(view, group.getKey()))
                        .map(
                            group ->
                                GroupView.of(
                                    view instanceof View.Own ? "line" : group.getKey(),
                                    group.getValue()))
                        .toList()));
  }

  private static Uni<List<Count>> counts(
      Mutiny.Session session, View view, Cycle cycle, String by) {
    Rows rows =
        view instanceof View.Own own
            ? Rows.of(session, READ_ONE)
                .bind("dimension", Dimensions.LINE)
                .bind("value", own.manager().toString())
            : Rows.of(session, READ).bind("dimension", by);
    return rows.bind("cycle", cycle.id()).list(Count::of);
  }

  private static boolean isOpen(View view, String value) {
    return !(view instanceof View.Units units) || units.units().contains(value);
  }

  private static String note(Cycle cycle, boolean empty) {
    if (cycle.origin() == Origin.HISTORY) {
      return "These ratings were taken in from another system; there were no reviews to complete.";
    }
    return empty ? "No review has been opened here." : "Reviews that have reached each stage.";
  }

  private static SortedMap<String, Map<Stage, Long>> byValue(List<Count> counts) {
    SortedMap<String, Map<Stage, Long>> groups = new TreeMap<>();
    for (Count count : counts) {
      groups
          .computeIfAbsent(count.value(), value -> new EnumMap<>(Stage.class))
          .put(count.stage(), count.reviews());
    }
    return groups;
  }

  /** How many reviews of a value have reached a stage. */
  private record Count(String value, Stage stage, long reviews) {
    static Count of(Row row) {
      return new Count(row.text("value"), row.constant("stage", Stage.class), row.bigint("n"));
    }
  }
}
