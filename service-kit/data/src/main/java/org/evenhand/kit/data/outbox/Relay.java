package org.evenhand.kit.data.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.evenhand.kit.data.command.CommandLine;
import org.evenhand.kit.data.kafka.KafkaClients;
import org.jspecify.annotations.Nullable;

/** Runs the relay on a thread of its own, from the start of the service to its end. */
@ApplicationScoped
class Relay {

  private static final Duration GRACE = Duration.ofSeconds(10);

  private final DataSource database;
  private final KafkaClients kafka;
  private final RelaySettings settings;
  private final String service;
  private final CommandLine commandLine;
  private final MeterRegistry metrics;
  private @Nullable RelayLoop loop;
  private @Nullable Thread thread;

  public Relay(
      DataSource database,
      KafkaClients kafka,
      RelaySettings settings,
      @ConfigProperty(name = "quarkus.application.name") String service,
      CommandLine commandLine,
      MeterRegistry metrics) {
    this.database = database;
    this.kafka = kafka;
    this.settings = settings;
    this.service = service;
    this.commandLine = commandLine;
    this.metrics = metrics;
  }

  void start(@Observes @Priority(4_000) StartupEvent event) {
    if (!settings.enabled() || commandLine.command()) {
      return;
    }
    RelayLoop started =
        new RelayLoop(
            database,
            () -> kafka.transactionalProducer(service + "-relay"),
            settings.poll(),
            settings.batch(),
            settings.longestPause(),
            new RelayMetrics(metrics, InstantSource.system()));
    loop = started;
    thread = new Thread(started, "outbox-relay");
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    if (loop != null && thread != null) {
      loop.stop();
      thread.join(GRACE.toMillis());
    }
  }
}
