package org.evenhand.local.process;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;

/** Waiting for processes to end. */
final class Endings {
  private Endings() {}

  /** Waits until all have ended, and kills those that haven't in time. */
  static void await(Collection<ProcessHandle> processes, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    for (ProcessHandle process : processes) {
      if (!endsBy(process, deadline)) {
        process.destroyForcibly();
        endsBy(process, System.nanoTime() + TimeUnit.SECONDS.toNanos(5));
      }
    }
  }

  private static boolean endsBy(ProcessHandle process, long deadline) {
    while (process.isAlive()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }
}
