package org.evenhand.kit.web.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Durations of requests in buckets, from which a percentile over all instances can be computed. A
 * mean hides the slow requests, and percentiles of single instances can't be combined.
 */
@Singleton
public class RequestMetrics {

  private static final String REQUESTS = "http.server.requests";
  private static final DistributionStatisticConfig BUCKETS =
      DistributionStatisticConfig.builder()
          .percentilesHistogram(true)
          .minimumExpectedValue((double) Duration.ofMillis(1).toNanos())
          .maximumExpectedValue((double) Duration.ofSeconds(30).toNanos())
          .build();

  @Produces
  @Singleton
  MeterFilter buckets() {
    return new MeterFilter() {
      @Override
      public DistributionStatisticConfig configure(
          Meter.Id id, DistributionStatisticConfig config) {
        return id.getName().equals(REQUESTS) ? BUCKETS.merge(config) : config;
      }
    };
  }
}
