package org.evenhand.analytics.publication;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.statistics.Group;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.Partition;
import org.evenhand.analytics.statistics.Suppression;

/**
 * What the total tells beside the groups of a dimension that are visible: the rest, which anybody
 * can subtract. It has to be nobody or as many people as a step; it has to move from one edition to
 * the next by nobody or as many; and before and after calibration it is the same people, or differs
 * by as many as a distribution takes.
 *
 * @param before the groups as they were shown, by phase, named ones included
 * @param after the groups as they will be
 */
record Complement(
    Rules rules,
    Total total,
    Map<Phase, SortedMap<String, LevelCounts>> before,
    Map<Phase, SortedMap<String, LevelCounts>> after) {

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
    Set<String> both = new HashSet<>(visible(before, phase, least));
    both.retainAll(visible);
    long[] step = rest(now, phase, after, both);
    long[] from = rest(earlier, phase, before, both);
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
    Set<String> both = new HashSet<>(visible(after, Phase.BEFORE, least));
    both.retainAll(visible(after, Phase.AFTER, least));
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

  private static Set<String> visible(
      Map<Phase, SortedMap<String, LevelCounts>> shown, Phase phase, int least) {
    SortedMap<String, LevelCounts> groups = shown.get(phase);
    Set<String> visible = new HashSet<>();
    if (groups != null) {
      List<Group> all =
          groups.entrySet().stream().map(g -> new Group(g.getKey(), g.getValue(), true)).toList();
      Suppression hidden = new Partition("", all).suppression(least);
      groups.keySet().stream().filter(name -> !hidden.hides(name)).forEach(visible::add);
    }
    return visible;
  }

  private static long[] rest(
      LevelCounts total,
      Phase phase,
      Map<Phase, SortedMap<String, LevelCounts>> shown,
      Set<String> visible) {
    long[] rest = new long[total.levels()];
    SortedMap<String, LevelCounts> groups = shown.get(phase);
    for (int level = 1; level <= rest.length; level++) {
      rest[level - 1] = total.at(level);
      for (String name : visible) {
        LevelCounts group = groups == null ? null : groups.get(name);
        rest[level - 1] -= group == null ? 0 : group.at(level);
      }
    }
    return rest;
  }
}
