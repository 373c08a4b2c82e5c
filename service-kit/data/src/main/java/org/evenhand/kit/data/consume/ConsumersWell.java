package org.evenhand.kit.data.consume;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Down while a consumer waits. Wellness, not readiness: a service whose Kafka is away still takes
 * commands, and must not be taken out of rotation for it.
 */
@Wellness
@ApplicationScoped
class ConsumersWell implements HealthCheck {

  private final ConsumerThreads threads;

  public ConsumersWell(ConsumerThreads threads) {
    this.threads = threads;
  }

  @Override
  public HealthCheckResponse call() {
    return report(threads, true);
  }

  static HealthCheckResponse report(ConsumerThreads threads, boolean downWhileWaiting) {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("consumers").up();
    threads
        .statuses()
        .forEach(
            (name, status) -> {
              String waitingFor = status.waitingFor();
              response.withData(name, waitingFor == null ? "running" : "waits: " + waitingFor);
              if (waitingFor != null && downWhileWaiting) {
                response.down();
              }
            });
    return response.build();
  }
}
