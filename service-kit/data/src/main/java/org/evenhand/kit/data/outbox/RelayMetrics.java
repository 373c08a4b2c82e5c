package org.evenhand.kit.data.outbox;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code evenhand.outbox.*}: how old the oldest waiting event is, batch sizes, time to send one.
 */
final class RelayMetrics implements RelayProbe {

  private final InstantSource clock;
  private final DistributionSummary batches;
  private final Timer sends;
  private volatile @Nullable Instant oldest;
  private Instant readAt = Instant.EPOCH;

  RelayMetrics(MeterRegistry registry, InstantSource clock) {
    this.clock = clock;
    this.batches = DistributionSummary.builder("evenhand.outbox.batch").register(registry);
    this.sends = Timer.builder("evenhand.outbox.send").register(registry);
    Gauge.builder("evenhand.outbox.oldest.age", this, RelayMetrics::oldestAgeSeconds)
        .baseUnit("seconds")
        .register(registry);
  }

  @Override
  public void read(List<OutboxRow> rows) {
    readAt = clock.instant();
    oldest = rows.isEmpty() ? null : rows.get(0).time();
  }

  @Override
  public void sent(List<OutboxRow> rows) {
    batches.record(rows.size());
    sends.record(Duration.between(readAt, clock.instant()));
  }

  @Override
  public void deleted(List<OutboxRow> rows) {
    oldest = null;
  }

  /** 0 when nothing waits, and in an instance that doesn't lead. */
  double oldestAgeSeconds() {
    Instant waiting = oldest;
    return waiting == null
        ? 0
        : Math.max(0, Duration.between(waiting, clock.instant()).toMillis() / 1000.0);
  }
}
