package org.evenhand.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** An HRIS that corrects all ratings of a cycle over and over, even when it gets no answer. */
final class Load implements AutoCloseable {
  private final Door hris;
  private final People people;
  private final String cycle;
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicReference<Throwable> refused = new AtomicReference<>();
  private final Thread thread = new Thread(this::run, "load");
  private volatile boolean stopping;

  Load(Door hris, People people, String cycle) {
    this.hris = hris;
    this.people = people;
    this.cycle = cycle;
    thread.start();
  }

  /** Waits until this many more corrections have been answered. */
  void awaitMore(int corrections) {
    int target = taken.get() + corrections;
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> taken.get() >= target || refused.get() != null);
    assertThat(refused.get()).isNull();
  }

  private void run() {
    int time = 0;
    while (!stopping) {
      try {
        hris.takeIn("/v1/rating-imports", people.rated(cycle, time++));
        taken.incrementAndGet();
      } catch (IOException e) {
        // The service is dead, and nobody knows whether it took this correction. The next one is a
        // different one.
        Thread.onSpinWait();
      } catch (InterruptedException | AssertionError e) {
        refused.set(e);
        return;
      }
    }
  }

  @Override
  public void close() throws InterruptedException {
    stopping = true;
    thread.join();
    assertThat(refused.get()).isNull();
  }
}
