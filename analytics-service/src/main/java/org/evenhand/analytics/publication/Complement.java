package org.evenhand.analytics.publication;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.statistics.LevelCounts;

/**
 * What a total tells beside those of its groups that are visible: the rest, which anybody can
 * subtract. It has to be nobody or as many people as a step; it has to move from one edition to the
 * next by nobody or as many; and before and after calibration it is the same people, or differs by
 * as many as a distribution takes.
 *
 * @param before the dimension as it was shown
 * @param after the dimension as it will be
 * @param parts the groups of it that the total is of
 */
record Complement(Rules rules, Total total, Seen before, Seen after, Set<String> parts) {

  Complement {
    parts = Set.copyOf(parts);
  }

  /**
   * Of the whole dimension.
   *
   * @param before the groups as they were shown, by phase, named ones included
   * @param after the groups as they will be
   */
  Complement(
      Rules rules,
      Total total,
      Map<Phase, SortedMap<String, LevelCounts>> before,
      Map<Phase, SortedMap<String, LevelCounts>> after) {
    this(rules, total, new SeenGroups(before), new SeenGroups(after));
  }

  private Complement(Rules rules, Total total, SeenGroups before, SeenGroups after) {
    this(rules, total, before, after, after.names());
  }

  /** The phase in which the rest would tell of a few. */
  Optional<Phase> tellsIn() {
    for (Phase phase : Phase.values()) {
      if (rules.leastSizes().stream().anyMatch(least -> tells(phase, least))) {
        return Optional.of(phase);
      }
    }
    return rules.leastSizes().stream().anyMatch(this::tellsOfUndecided)
        ? Optional.of(Phase.AFTER)
        : Optional.empty();
  }

  private boolean tells(Phase phase, int least) {
    LevelCounts now = total.after().get(phase);
    if (now == null) {
      return false;
    }
    Set<String> visible = visible(after, phase, least);
    if (rules.isFew(Counts.moved(rest(now, phase, after, visible)))) {
      return true;
    }
    LevelCounts earlier = total.before().get(phase);
    if (earlier == null) {
      return false;
    }
    visible.retainAll(before.visible(phase, least));
    long[] step = rest(now, phase, after, visible);
    long[] from = rest(earlier, phase, before, visible);
    for (int i = 0; i < step.length; i++) {
      step[i] -= from[i];
    }
    return rules.isFew(Counts.moved(step));
  }

  private boolean tellsOfUndecided(int least) {
    LevelCounts all = total.after().get(Phase.BEFORE);
    LevelCounts decided = total.after().get(Phase.AFTER);
    if (all == null || decided == null) {
      return false;
    }
    Set<String> both = visible(after, Phase.BEFORE, least);
    both.retainAll(after.visible(Phase.AFTER, least));
    return rules.isFewMore(
        people(rest(all, Phase.BEFORE, after, both)),
        people(rest(decided, Phase.AFTER, after, both)));
  }

  private static long people(long[] levels) {
    long people = 0;
    for (long level : levels) {
      people += level;
    }
    return people;
  }

  private Set<String> visible(Seen shown, Phase phase, int least) {
    Set<String> visible = new HashSet<>(parts);
    visible.retainAll(shown.visible(phase, least));
    return visible;
  }

  private static long[] rest(LevelCounts total, Phase phase, Seen shown, Set<String> visible) {
    long[] rest = new long[total.levels()];
    for (int level = 1; level <= rest.length; level++) {
      rest[level - 1] = total.at(level);
    }
    for (String name : visible) {
      LevelCounts group = shown.group(phase, name);
      for (int level = 1; group != null && level <= rest.length; level++) {
        rest[level - 1] -= group.at(level);
      }
    }
    return rest;
  }
}
