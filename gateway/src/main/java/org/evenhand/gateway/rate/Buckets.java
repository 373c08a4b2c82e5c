package org.evenhand.gateway.rate;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.evenhand.gateway.GatewayConfig;

/** One bucket for each key. A full bucket is the same as a new one, so it is removed. */
final class Buckets {

  /** How many requests pass between two searches for full buckets. */
  private static final long SWEEP_EVERY = 10_000;

  private final String name;
  private final long burst;
  private final long perSecond;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
  private final AtomicLong requests = new AtomicLong();

  Buckets(String name, GatewayConfig.Rate rate) {
    this.name = name;
    this.burst = rate.burst();
    this.perSecond = rate.perSecond();
  }

  String name() {
    return name;
  }

  /** {@code "caller";q=200;w=2}: a quota of 200 in the 2 seconds that refill a whole bucket. */
  String policy() {
    long window = Math.max(1, (burst + perSecond - 1) / perSecond);
    return "\"%s\";q=%d;w=%d".formatted(name, burst, window);
  }

  ConsumptionProbe spend(String key) {
    if (requests.incrementAndGet() % SWEEP_EVERY == 0) {
      buckets.values().removeIf(bucket -> bucket.getAvailableTokens() >= burst);
    }
    return buckets.computeIfAbsent(key, unknown -> bucket()).tryConsumeAndReturnRemaining(1);
  }

  int size() {
    return buckets.size();
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
        .build();
  }
}
