package org.evenhand.analytics.distribution;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.distribution.DistributionView.GroupView;
import org.evenhand.analytics.distribution.DistributionView.LevelView;
import org.evenhand.analytics.distribution.DistributionView.RangeView;
import org.evenhand.analytics.guidance.Guidance;
import org.evenhand.analytics.guidance.GuidedLevel;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.monitoring.ExpectedCount;
import org.evenhand.analytics.statistics.monitoring.MultinomialExpectation;
import org.evenhand.analytics.statistics.monitoring.PlaceInRange;

/**
 * Groups with their levels, each beside what the policy expects of it. Only figures that are shown
 * anyway are compared with the policy, which everybody may read, so nothing more can be learned
 * about a group.
 */
record GuidedGroups(Guidance guidance, Scale scale) {

  private static final double PERCENT = 100;

  GroupView group(String value, LevelCounts counts) {
    Map<Integer, RangeView> ranges = ranges(counts);
    return new GroupView(
        value,
        false,
        null,
        counts.people(),
        IntStream.rangeClosed(1, counts.levels())
            .mapToObj(ordinal -> level(counts, ordinal, ranges))
            .toList(),
        ranges.isEmpty()
            ? null
            : ranges.values().stream().anyMatch(range -> range.place() != PlaceInRange.WITHIN));
  }

  private static LevelView level(LevelCounts counts, int ordinal, Map<Integer, RangeView> ranges) {
    return new LevelView(
        ordinal,
        counts.at(ordinal),
        (double) counts.at(ordinal) / counts.people(),
        ranges.get(ordinal));
  }

  /** By ordinal; empty for a small group, and for ratings on another scale than the policy's. */
  private Map<Integer, RangeView> ranges(LevelCounts counts) {
    Map<Integer, RangeView> ranges = new TreeMap<>();
    List<GuidedLevel> levels = guidance.levels();
    if (scale.size() != guidance.scaleSize()) {
      return ranges;
    }
    List<ExpectedCount> expected =
        MultinomialExpectation.USUAL.of(
            counts.people(), levels.stream().map(GuidedLevel::share).toList());
    for (int i = 0; i < expected.size(); i++) {
      GuidedLevel level = levels.get(i);
      ranges.put(level.ordinal(), range(level, expected.get(i), counts.at(level.ordinal())));
    }
    return ranges;
  }

  private static RangeView range(GuidedLevel level, ExpectedCount expected, long people) {
    return new RangeView(
        level.low() / PERCENT,
        level.high() / PERCENT,
        expected.low(),
        expected.high(),
        expected.place(people));
  }
}
