package org.evenhand.kit.data.consume;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What a loop is doing, for health and metrics. Written by its thread alone. */
final class LoopStatus {

  private final AtomicLong handled = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private volatile @Nullable String waitingFor = "its start";

  void running() {
    waitingFor = null;
  }

  void waiting(String reason) {
    waitingFor = reason;
  }

  @Nullable String waitingFor() {
    return waitingFor;
  }

  void handled(int records) {
    handled.addAndGet(records);
  }

  void refused() {
    refused.incrementAndGet();
  }

  long handled() {
    return handled.get();
  }

  long refusals() {
    return refused.get();
  }
}
