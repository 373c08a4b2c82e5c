package org.evenhand.analytics.publication;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import org.evenhand.analytics.counts.Tally;
import org.evenhand.analytics.statistics.LevelCounts;
import org.jspecify.annotations.Nullable;

/**
 * When a look publishes anew: only when there is something to show, and when the cycle is still, so
 * that a look in the middle of an import does not leave its last few people waiting for others to
 * follow.
 *
 * @param leastChange the least number of people who have come, gone or changed their level
 * @param settle how long nothing of the cycle has changed when it counts as still
 * @param patience how long a cycle that is never still may keep a renewal from happening
 */
record Renewal(long leastChange, Duration settle, Duration patience) {

  /** Whether enough people have moved in a group, or nothing was published at all. */
  boolean isWorthIt(Map<String, PublishedGroup> published, Tally now) {
    return published.isEmpty()
        || now.groups().entrySet().stream()
            .anyMatch(group -> moved(published.get(group.getKey()), now, group.getValue()))
        || published.entrySet().stream()
            .filter(group -> !now.groups().containsKey(group.getKey()))
            .anyMatch(
                group ->
                    moved(group.getValue(), now, LevelCounts.of(new long[now.scale().size()])));
  }

  private boolean moved(@Nullable PublishedGroup before, Tally now, LevelCounts current) {
    long moved =
        before == null || !before.open() || !before.scale().equals(now.scale())
            ? current.people()
            : Counts.moved(before.counts(), current);
    return moved >= leastChange;
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
}
