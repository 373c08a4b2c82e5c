package org.evenhand.kit.data.kafka;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Down while Kafka doesn't answer. Events wait in the outbox meanwhile. */
@Wellness
@ApplicationScoped
class KafkaWell implements HealthCheck {

  private static final int PATIENCE_SECONDS = 2;

  private final KafkaClients kafka;

  public KafkaWell(KafkaClients kafka) {
    this.kafka = kafka;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("Kafka").status(answers()).build();
  }

  private boolean answers() {
    try (Admin admin = kafka.admin()) {
      return !admin.describeCluster().nodes().get(PATIENCE_SECONDS, TimeUnit.SECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
