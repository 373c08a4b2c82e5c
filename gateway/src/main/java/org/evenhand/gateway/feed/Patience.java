package org.evenhand.gateway.feed;

import java.time.Duration;

/** Of a stream whose pages fail: it tries again less and less often, and not for ever. */
final class Patience {

  private static final Duration FIRST = Duration.ofMillis(500);

  /** By then a minute has passed. */
  private static final int MOST_FAILURES = 7;

  private int failures;
  private volatile long until = System.nanoTime();

  void begin() {
    failures = 0;
  }

  /** Told of one more failure; twice as long as after the last one. */
  boolean lasts() {
    until = System.nanoTime() + FIRST.toNanos() * (1L << failures);
    failures++;
    return failures <= MOST_FAILURES;
  }

  boolean isOver() {
    return System.nanoTime() - until >= 0;
  }
}
