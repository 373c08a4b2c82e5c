package org.evenhand.analytics.publication;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.counts.Tally;
import org.evenhand.analytics.statistics.LevelCounts;
import org.jspecify.annotations.Nullable;

/**
 * When what is shown of a group is renewed: only after at least so many people of the group have
 * moved that the difference of two looks tells of none of them, and only when the cycle is still,
 * so that a look in the middle of an import does not leave its last few people waiting for others
 * to follow.
 *
 * @param leastChange the least number of people who have come, gone or changed their level
 * @param settle how long nothing of the cycle has changed when it counts as still
 * @param patience how long a cycle that is never still may keep a renewal from happening
 */
record Renewal(long leastChange, Duration settle, Duration patience) {

  /** The groups to be shown anew, an emptied one with counts of zero. */
  SortedMap<String, LevelCounts> of(Map<String, PublishedGroup> published, Tally now) {
    SortedSet<String> values = new TreeSet<>(published.keySet());
    values.addAll(now.groups().keySet());
    SortedMap<String, LevelCounts> renewed = new TreeMap<>();
    for (String value : values) {
      LevelCounts nobody = LevelCounts.of(new long[now.scale().size()]);
      LevelCounts current = now.groups().getOrDefault(value, nobody);
      PublishedGroup before = published.get(value);
      if (moved(before, now.scale(), current) >= leastChange) {
        renewed.put(value, current);
      }
    }
    return renewed;
  }

  /**
   * All that has moved at all, of groups that may be shown or have been: for the one moment at
   * which a cycle is whole.
   */
  SortedMap<String, LevelCounts> whole(Map<String, PublishedGroup> published, Tally now) {
    return new Renewal(1, settle, patience)
        .of(published, now).entrySet().stream()
            .filter(
                group ->
                    group.getValue().people() >= leastChange
                        || published.containsKey(group.getKey()))
            .collect(
                TreeMap::new,
                (all, group) -> all.put(group.getKey(), group.getValue()),
                TreeMap::putAll);
  }

  /** Whether the cycle is still, or has not been for too long to go on waiting. */
  boolean isDue(
      Instant cycleBegan, Instant lastChange, Map<String, PublishedGroup> published, Instant now) {
    Instant lastRenewal =
        published.values().stream()
            .map(PublishedGroup::at)
            .max(Comparator.naturalOrder())
            .orElse(cycleBegan);
    return !now.isBefore(lastChange.plus(settle)) || !now.isBefore(lastRenewal.plus(patience));
  }

  /** Fewer can't have moved: each comes to a level, or leaves one, or both. */
  private static long moved(@Nullable PublishedGroup before, Scale scale, LevelCounts current) {
    if (before == null || !before.scale().equals(scale)) {
      return current.people();
    }
    return moved(before.counts(), current);
  }

  /** The same of two counts on one scale. */
  static long moved(LevelCounts before, LevelCounts current) {
    long arrived = 0;
    long left = 0;
    for (int ordinal = 1; ordinal <= current.levels(); ordinal++) {
      long more = current.at(ordinal) - before.at(ordinal);
      arrived += Math.max(more, 0);
      left += Math.max(-more, 0);
    }
    return Math.max(arrived, left);
  }
}
