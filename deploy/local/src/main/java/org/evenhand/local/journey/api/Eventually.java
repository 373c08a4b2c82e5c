package org.evenhand.local.journey.api;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what arrives by an event, and so not at once. */
public final class Eventually {
  private static final long LOOK_AGAIN_MILLIS = 300;

  private Eventually() {}

  /**
   * Asks until the answer satisfies the condition, and returns it.
   *
   * @param what completes "waited … s for …, last seen …"
   * @throws StepFailed when the time is over
   */
  public static <T> T within(
      Duration patience, String what, Supplier<T> ask, Predicate<? super T> satisfies) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      T seen = ask.get();
      if (satisfies.test(seen)) {
        return seen;
      }
      if (System.nanoTime() > deadline) {
        throw new StepFailed(
            "waited " + patience.toSeconds() + " s for " + what + ", last seen " + shown(seen));
      }
      pause();
    }
  }

  /**
   * Like {@link #within}, until the answer has one of the statuses: for a service that must first
   * hear from another one.
   */
  public static Answer answered(
      Duration patience, String what, Supplier<Answer> ask, Integer... statuses) {
    return within(patience, what, ask, answer -> Set.of(statuses).contains(answer.status()));
  }

  private static String shown(Object seen) {
    return seen instanceof Answer answer ? answer.status() + " " + answer.text() : seen.toString();
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StepFailed("interrupted while waiting", e);
    }
  }
}
