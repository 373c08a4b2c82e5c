package org.evenhand.kit.data.database;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * 100 ms, doubling up to a limit, each pause a random part between half and all of that, so that
 * not all instances retry at once.
 */
public final class Backoff {

  private static final long FIRST_MILLIS = 100;

  private final long longestMillis;
  private int failures;

  public Backoff(Duration longest) {
    this.longestMillis = longest.toMillis();
  }

  public Duration next() {
    long bound = Math.min(longestMillis, FIRST_MILLIS << Math.min(failures++, 16));
    return Duration.ofMillis(bound / 2 + ThreadLocalRandom.current().nextLong(bound / 2 + 1));
  }

  public void reset() {
    failures = 0;
  }
}
