package org.evenhand.kit.data.consume;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Reports what the consumers wait for, but is always up: see {@link ConsumersWell}. */
@Readiness
@ApplicationScoped
public class ConsumersReady implements HealthCheck {

  private final ConsumerThreads threads;

  public ConsumersReady(ConsumerThreads threads) {
    this.threads = threads;
  }

  @Override
  public HealthCheckResponse call() {
    return ConsumersWell.report(threads, false);
  }
}
