package org.evenhand.analytics.publication;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenhand.analytics.statistics.LevelCounts;

/** The people of a group by stratum and level, while they are being counted. */
final class Counts {

  /** Where a group has no strata. */
  private static final String WHOLE = "";

  private final int levels;
  private final SortedMap<String, long[]> strata = new TreeMap<>();

  Counts(int levels) {
    this.levels = levels;
  }

  /**
   * @param whole all people of the group
   * @param strata the same people, or empty
   */
  static Counts of(LevelCounts whole, Map<String, LevelCounts> strata) {
    Counts counts = new Counts(whole.levels());
    (strata.isEmpty() ? Map.of(WHOLE, whole) : strata)
        .forEach(
            (stratum, each) -> {
              for (int level = 1; level <= each.levels(); level++) {
                counts.add(stratum, level, each.at(level));
              }
            });
    return counts;
  }

  Counts copy() {
    Counts copy = new Counts(levels);
    strata.forEach((stratum, ns) -> copy.strata.put(stratum, ns.clone()));
    return copy;
  }

  void add(String stratum, int level, long people) {
    strata.computeIfAbsent(stratum, none -> new long[levels])[level - 1] += people;
  }

  LevelCounts whole() {
    long[] whole = new long[levels];
    strata
        .values()
        .forEach(
            ns -> {
              for (int i = 0; i < levels; i++) {
                whole[i] += ns[i];
              }
            });
    return LevelCounts.of(whole);
  }

  /** Without those in which nobody is; empty where there are none. */
  Map<String, LevelCounts> strata() {
    Map<String, LevelCounts> found = new TreeMap<>();
    strata.forEach((stratum, ns) -> found.put(stratum, LevelCounts.of(ns)));
    found.values().removeIf(counts -> counts.people() == 0);
    found.remove(WHOLE);
    return found;
  }

  long people() {
    return whole().people();
  }

  /** How many people at least have come, gone or changed their level. */
  static long moved(LevelCounts before, LevelCounts now) {
    long[] step = new long[now.levels()];
    for (int level = 1; level <= now.levels(); level++) {
      step[level - 1] = now.at(level) - before.at(level);
    }
    return moved(step);
  }

  /** Fewer can't have moved: each comes to a level, or leaves one, or both. */
  static long moved(long... steps) {
    long arrived = 0;
    long left = 0;
    for (long step : steps) {
      arrived += Math.max(step, 0);
      left += Math.max(-step, 0);
    }
    return Math.max(arrived, left);
  }

  /**
   * The step from these counts to others.
   *
   * @param withinStrata whether who only changes the stratum moves
   */
  Step to(Counts now, boolean withinStrata) {
    Step step = new Step(levels, withinStrata);
    addTo(step, -1);
    now.addTo(step, 1);
    return step;
  }

  private void addTo(Step step, int sign) {
    strata.forEach(
        (stratum, ns) -> {
          for (int i = 0; i < levels; i++) {
            if (ns[i] != 0) {
              step.add(stratum, i + 1, sign * ns[i]);
            }
          }
        });
  }
}
