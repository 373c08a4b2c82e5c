package org.evenhand.analytics.drift;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenhand.analytics.drift.DriftView.ChiSquareView;
import org.evenhand.analytics.drift.DriftView.DeltaView;
import org.evenhand.analytics.drift.DriftView.DistancesView;
import org.evenhand.analytics.drift.DriftView.RatingDriftView;
import org.evenhand.analytics.drift.DriftView.ShiftView;
import org.evenhand.analytics.statistics.Interval;
import org.evenhand.analytics.statistics.Significance;
import org.evenhand.analytics.statistics.effects.CliffsDelta;
import org.evenhand.analytics.statistics.monitoring.DistributionDrift;
import org.evenhand.analytics.viewer.CycleView;
import org.jspecify.annotations.Nullable;

/** The figures of a series as a client reads them; absent where there are none. */
final class DriftFigures {

  private DriftFigures() {}

  static ShiftView shift(JudgedShift judged) {
    Shift shift = judged.shift();
    CycleView from = CycleView.of(shift.before().sight().at().cycle());
    CycleView to = CycleView.of(shift.now().sight().at().cycle());
    if (!shift.hasEnoughPeople()) {
      return new ShiftView(from, to, judged.verdict(), null, null, null, null, null, null);
    }
    DistributionDrift drift = shift.distances();
    return new ShiftView(
        from,
        to,
        judged.verdict(),
        shift.delta().size().name(),
        delta(judged),
        drift.meanShift(),
        drift.wasserstein(),
        drift
            .chiSquare()
            .map(c -> new ChiSquareView(c.statistic(), c.degreesOfFreedom(), c.p(), c.cramersV()))
            .orElse(null),
        new DistancesView(
            orNull(drift.psi()),
            drift.psiSmoothed(),
            orNull(drift.psiCritical()),
            drift.kolmogorovSmirnov(),
            drift.jensenShannon()));
  }

  private static DeltaView delta(JudgedShift judged) {
    CliffsDelta delta = judged.shift().delta();
    Optional<Interval> interval = delta.interval();
    Optional<Significance> test = delta.significance();
    return new DeltaView(
        delta.delta(),
        interval.map(Interval::low).orElse(null),
        interval.map(Interval::high).orElse(null),
        test.map(found -> found.test().name()).orElse(null),
        test.map(Significance::p).orElse(null),
        orNull(judged.q()),
        judged.tests());
  }

  static RatingDriftView drift(List<Point> points, Optional<Monitoring> monitoring) {
    DriftVerdict verdict = DriftJudgement.of(points, monitoring);
    if (monitoring.isEmpty()) {
      return new RatingDriftView(verdict, List.of(), null, null, null, null, null);
    }
    Monitoring found = monitoring.get();
    return new RatingDriftView(
        verdict,
        points.stream().limit(Monitoring.BASELINE).map(Point::key).toList(),
        found.means().mean(),
        found.means().deviation(),
        found.means().overDispersion(),
        found.shares().map(chart -> chart.mean()).orElse(null),
        found.shares().map(chart -> chart.overDispersion()).orElse(null));
  }

  static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
