package org.evenhand.analytics.replay;

import org.jspecify.annotations.Nullable;

/**
 * As which level people are counted in the figures of their group.
 *
 * @param level what the replay has told of their block
 */
record Told(
    String value, int before, String path, @Nullable Integer level, int toldAs, long people) {

  static Told of(Counted counted, int as) {
    return new Told(
        counted.value(), counted.before(), counted.path(), counted.level(), as, counted.people());
  }

  /** What all replays with this one have told. */
  String after() {
    return path + "/" + toldAs;
  }
}
