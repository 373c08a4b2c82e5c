package org.evenhand.analytics.publication;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.evenhand.analytics.statistics.LevelCounts;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a group and of those that lie within it when it was last shown. It is kept while
 * the group is refused: whoever looked then can subtract it from what is shown of the group again.
 *
 * @param counts of the group, of the lowest level first
 * @param parts of each dimension, by the least number of people that a group takes, the groups that
 *     were visible within this one
 */
record LastSeen(List<Long> counts, Map<String, Map<Integer, Map<String, List<Long>>>> parts) {

  static List<Long> numbers(LevelCounts counts) {
    return IntStream.rangeClosed(1, counts.levels()).mapToObj(counts::at).toList();
  }

  LevelCounts figures() {
    return figures(counts);
  }

  Set<String> visible(String dimension, int least) {
    return parts.getOrDefault(dimension, Map.of()).getOrDefault(least, Map.of()).keySet();
  }

  @Nullable LevelCounts part(String dimension, String name) {
    for (Map<String, List<Long>> visible : parts.getOrDefault(dimension, Map.of()).values()) {
      List<Long> found = visible.get(name);
      if (found != null) {
        return figures(found);
      }
    }
    return null;
  }

  private static LevelCounts figures(List<Long> numbers) {
    return LevelCounts.of(numbers.stream().mapToLong(Long::longValue).toArray());
  }
}
