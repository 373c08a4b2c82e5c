package org.evenhand.analytics.replay;

import org.jspecify.annotations.Nullable;

/**
 * As which level people are counted in the figures of their group.
 *
 * @param level what the replay has told of their block; null where it has told nothing
 * @param folded whether they are counted as something else than they come to
 * @param after what all replays with this one have told
 */
record Told(
    String value,
    int before,
    String past,
    String path,
    @Nullable Integer level,
    int toldAs,
    boolean folded,
    String after,
    long people) {

  /** At the end of a path: the block isn't split any more. */
  static final String CLOSED = "!";

  static Told of(Counted counted, int as, boolean folded) {
    return new Told(
        counted.value(),
        counted.before(),
        counted.past(),
        counted.path(),
        counted.level(),
        as,
        folded,
        counted.path() + "/" + as,
        counted.people());
  }

  Told closed() {
    return new Told(value, before, past, path, level, toldAs, folded, after + CLOSED, people);
  }
}
