package org.evenhand.analytics.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenhand.analytics.statistics.Size;

/** The verdict of the metric {@code ratingDrift}, in words. */
final class DriftJudgement {

  private DriftJudgement() {}

  static DriftVerdict of(List<Point> points, Optional<Monitoring> monitoring) {
    int missing = Monitoring.BASELINE + 1 - points.size();
    if (missing > 0) {
      return DriftVerdict.insufficient(
          String.format(
              Locale.ROOT,
              "A baseline takes %d cycles whose figures may be shown, and a later one to hold"
                  + " against them; there are %d in all.",
              Monitoring.BASELINE,
              points.size()),
          missing + " more of such cycles");
    }
    return monitoring
        .map(DriftJudgement::of)
        .orElseGet(
            () ->
                DriftVerdict.insufficient(
                    "Everybody is rated alike within each cycle of the baseline: there is no chance"
                        + " to measure a movement by.",
                    "ratings that differ"));
  }

  private static DriftVerdict of(Monitoring monitoring) {
    Size size = monitoring.size();
    DriftOutcome outcome =
        switch (size) {
          case NONE -> DriftOutcome.NONE;
          case NOTE -> DriftOutcome.WATCH;
          case WARN -> DriftOutcome.WARN;
          case CRITICAL -> DriftOutcome.CRITICAL;
        };
    return new DriftVerdict(
        outcome,
        List.of(where(monitoring), sum(monitoring)),
        size == Size.NONE ? List.of() : clearedBy(monitoring));
  }

  private static String where(Monitoring monitoring) {
    Point last = monitoring.points().get(monitoring.points().size() - 1);
    return String.format(
        Locale.ROOT,
        "The mean of %s is %.2f; the %d cycles from %s to %s had %.2f.",
        last.key(),
        last.moments().mean(),
        Monitoring.BASELINE,
        monitoring.points().get(0).key(),
        monitoring.points().get(Monitoring.BASELINE - 1).key(),
        monitoring.means().mean());
  }

  private static String sum(Monitoring monitoring) {
    String sum =
        String.format(
            Locale.ROOT,
            "The CUSUM %s stands at %.1f; 4 is worth a note, 5 a warning, 8 is critical.",
            monitoring.isUpper() ? "upwards" : "downwards",
            monitoring.sum());
    return monitoring.size() == Size.NONE
        ? sum
        : sum + " It has been rising since after " + monitoring.changedAfter().key() + ".";
  }

  private static List<String> clearedBy(Monitoring monitoring) {
    List<String> ways = new ArrayList<>();
    ways.add(monitoring.cyclesToClear() + " further cycles at the baseline's mean");
    double mean = monitoring.clearingMean();
    int levels = monitoring.points().get(0).counts().levels();
    if (mean >= 1 && mean <= levels) {
      ways.add(
          String.format(
              Locale.ROOT,
              "a next cycle of as many people with a mean of at %s %.2f",
              monitoring.isUpper() ? "most" : "least",
              mean));
    }
    return ways;
  }
}
