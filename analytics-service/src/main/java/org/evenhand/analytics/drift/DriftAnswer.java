package org.evenhand.analytics.drift;

import java.util.List;
import java.util.Optional;
import org.evenhand.analytics.drift.DriftView.LeftOutView;
import org.evenhand.analytics.viewer.CycleView;
import org.evenhand.analytics.viewer.View;

/** Puts a series into the words of the interface. */
record DriftAnswer(DriftQuestion asked, String group, int level, Series series) {

  private static final String NOTE =
      "Cycles of one scale and one line of policies, each as it was last published. Movements are"
          + " named, not explained: a changed policy, other people or other work may be behind"
          + " one.";

  DriftView with(View.Scope scope, int leastGroup) {
    List<Point> points = series.points(group);
    Optional<Monitoring> monitoring = Monitoring.of(points, level);
    boolean any = !series.sights().isEmpty();
    return new DriftView(
        asked.dimension(),
        group,
        asked.phase(),
        scope,
        NOTE,
        leastGroup,
        any ? series.scale() : null,
        any ? level : null,
        new DriftPoints(series, group, level, leastGroup, monitoring).views(),
        JudgedShift.all(series, group).stream().map(DriftFigures::shift).toList(),
        DriftFigures.drift(points, monitoring),
        series.leftOut().stream().map(this::leftOut).toList());
  }

  private LeftOutView leftOut(VisibleGroups sight) {
    boolean otherScale = sight.scale() != null && !sight.scale().equals(series.scale());
    return new LeftOutView(
        CycleView.of(sight.at().cycle()),
        otherScale ? "It is on another scale." : "It is of another policy, or has no ratings yet.");
  }
}
