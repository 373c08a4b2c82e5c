package org.evenhand.analytics.quarterly;

/**
 * Numbers in multiples of five. That of all people the same holds, or of none, is then said of
 * nobody, and a unit needn't be hidden for it, which would say it too.
 */
public final class Fives {

  private static final long STEP = 5;

  private Fives() {}

  public static long rounded(long number) {
    return (number + STEP / 2) / STEP * STEP;
  }
}
