package org.evenhand.analytics.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.analytics.drift.DriftView.CusumView;
import org.evenhand.analytics.drift.DriftView.EwmaView;
import org.evenhand.analytics.drift.DriftView.PointView;
import org.evenhand.analytics.drift.DriftView.ShareLimitsView;
import org.evenhand.analytics.publication.Edition;
import org.evenhand.analytics.publication.ReleaseView;
import org.evenhand.analytics.publication.SuppressionWords;
import org.evenhand.analytics.statistics.Selection;
import org.evenhand.analytics.statistics.monitoring.Cusum;
import org.evenhand.analytics.statistics.monitoring.Ewma;
import org.evenhand.analytics.statistics.monitoring.PChart;
import org.evenhand.analytics.viewer.CycleView;

/** The cycles of a series as a client reads them. */
record DriftPoints(
    Series series, String group, int level, long leastGroup, Optional<Monitoring> monitoring) {

  List<PointView> views() {
    List<PointView> views = new ArrayList<>();
    int shown = 0;
    for (VisibleGroups sight : series.sights()) {
      PointState state = sight.stateOf(group);
      views.add(state == PointState.SHOWN ? shown(sight, shown++) : without(sight, state));
    }
    return views;
  }

  private PointView without(VisibleGroups sight, PointState state) {
    return new PointView(
        CycleView.of(sight.at().cycle()),
        sight.at().at(),
        state,
        release(sight),
        state == PointState.SUPPRESSED ? SuppressionWords.rule(leastGroup) : null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private PointView shown(VisibleGroups sight, int position) {
    Point point = series.points(group).get(position);
    Selection favourable = point.favourable(level);
    int after = position - Monitoring.BASELINE;
    Edition edition = sight.edition();
    return new PointView(
        CycleView.of(sight.at().cycle()),
        sight.at().at(),
        PointState.SHOWN,
        release(sight),
        null,
        edition == null ? null : edition.publishedAt(),
        point.group().source(),
        point.counts().people(),
        point.moments().mean(),
        favourable.rate(),
        monitoring.map(found -> after < 0).orElse(null),
        monitoring.map(found -> found.means().z().get(position)).orElse(null),
        monitoring.filter(found -> after >= 0).map(m -> cusum(m.sums().get(after))).orElse(null),
        monitoring.filter(found -> after >= 0).map(m -> ewma(m.averages().get(after))).orElse(null),
        monitoring.flatMap(Monitoring::shares).map(c -> limits(c, favourable)).orElse(null));
  }

  private static ReleaseView release(VisibleGroups sight) {
    return ReleaseView.of(sight.at().cycle(), Optional.ofNullable(sight.edition()));
  }

  private static CusumView cusum(Cusum.Sums sums) {
    return new CusumView(sums.upper(), sums.lower());
  }

  private static EwmaView ewma(Ewma.Point average) {
    return new EwmaView(average.z(), average.low(), average.high(), average.isSignal());
  }

  private static ShareLimitsView limits(PChart chart, Selection favourable) {
    PChart.Point point = chart.pointOf(favourable);
    return new ShareLimitsView(point.low(), point.high(), point.isOut());
  }
}
