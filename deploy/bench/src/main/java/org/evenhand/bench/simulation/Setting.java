package org.evenhand.bench.simulation;

import java.util.List;

/**
 * How companies are made. Ratings come from a normal variable, cut into five levels; its standard
 * deviation is the unit of what is put in.
 *
 * @param people in the company
 * @param sorting how much oftener women hold the lower job levels: each level up weighs e^−sorting
 * @param bias what is added to the ratings of women, negative for lower ones
 */
record Setting(String name, int people, double sorting, double bias) {
  static final List<Setting> ALL =
      List.of(
          new Setting("no difference, 300 people", 300, 0, 0),
          new Setting("no difference, 2,000", 2_000, 0, 0),
          new Setting("no difference, 20,000", 20_000, 0, 0),
          new Setting("jobs differ, 2,000", 2_000, .6, 0),
          new Setting("women rated 0.5 lower, 300", 300, 0, -.5),
          new Setting("women rated 0.3 lower, 2,000", 2_000, 0, -.3),
          new Setting("both, 2,000", 2_000, .6, -.3));

  /** Whether the group that is looked at fares worse, for whatever reason. */
  boolean hasDifference() {
    return sorting != 0 || bias != 0;
  }
}
