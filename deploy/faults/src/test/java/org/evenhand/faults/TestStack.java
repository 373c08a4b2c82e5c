package org.evenhand.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.evenhand.local.process.Directories;
import org.evenhand.local.process.FreePorts;
import org.evenhand.local.process.Ports;
import org.evenhand.local.service.ServiceSettings;

/** The parts that a rating passes on its way from review-service to analytics-service. */
final class TestStack implements AutoCloseable {
  /** Names for {@code @ResourceLock}: a test that takes a part away must be alone with it. */
  static final String KAFKA = "kafka";

  /** How long to wait for anything that even a busy machine does in a few seconds. */
  static final Duration SOON = Duration.ofMinutes(1);

  static final String REVIEW = "review-service";
  static final String ANALYTICS = "analytics-service";

  private final Path folder;
  private final Bearers bearers = new Bearers();
  private final Kafka kafka;
  private final DatabaseServer reviewDatabase;
  private final DatabaseServer analyticsDatabase;
  private final Service review;
  private final Service analytics;

  private TestStack(Path folder) {
    this.folder = folder;
    this.kafka = new Kafka(folder);
    this.reviewDatabase = new DatabaseServer("review", folder);
    this.analyticsDatabase = new DatabaseServer("analytics", folder);
    this.review = service("review", reviewDatabase, Map.of());
    this.analytics = service("analytics", analyticsDatabase, shortPatience());
  }

  static TestStack start() {
    try {
      TestStack stack = new TestStack(Files.createTempDirectory("evenhand-faults"));
      stack.review.requirePackaged();
      stack.analytics.requirePackaged();
      try {
        sideBySide(stack.kafka::start, stack.reviewDatabase::start, stack.analyticsDatabase::start);
        sideBySide(stack.review::start, stack.analytics::start);
        return stack;
      } catch (RuntimeException | Error e) {
        stack.close();
        throw e;
      }
    } catch (IOException e) {
      throw new AssertionError("no folder for the parts", e);
    }
  }

  /**
   * How long Kafka waits for a consumer that doesn't poll, or isn't heard of. It is less than the
   * shortest outage of a database in these tests, so that a consumer that stopped polling would
   * lose its group.
   */
  private static Map<String, String> shortPatience() {
    return Map.of("KAFKA_MAX_POLL_INTERVAL_MS", "8000", "KAFKA_SESSION_TIMEOUT_MS", "6000");
  }

  private Service service(String name, DatabaseServer database, Map<String, String> more) {
    int port = FreePorts.next();
    Ports ports =
        new Ports(1, 1, 1, 1, 1, 1, database.port(), kafka.port(), kafka.controllerPort());
    Map<String, String> environment = new HashMap<>(new ServiceSettings(ports).service(name));
    // Only this test issues tokens here.
    environment.keySet().removeIf(variable -> variable.startsWith("QUARKUS_OIDC"));
    environment.putAll(bearers.environment());
    environment.putAll(more);
    return new Service(name + "-service", port, environment, folder);
  }

  static void sideBySide(Runnable... work) {
    CompletableFuture.allOf(
            List.of(work).stream()
                .map(CompletableFuture::runAsync)
                .toArray(CompletableFuture[]::new))
        .join();
  }

  Kafka kafka() {
    return kafka;
  }

  Service review() {
    return review;
  }

  Service analytics() {
    return analytics;
  }

  Path logs() {
    return folder.resolve("logs");
  }

  DatabaseServer analyticsDatabase() {
    return analyticsDatabase;
  }

  Sql reviewSql() {
    return reviewDatabase.sql();
  }

  Sql analyticsSql() {
    return analyticsDatabase.sql();
  }

  /** Review-service, as the HRIS reaches it. */
  Door hris() {
    return review.door(bearers.ofSystem("evenhand-hris", "hris"));
  }

  /** Analytics-service, as a system that reads aggregates reaches it. */
  Door insight() {
    return analytics.door(bearers.ofSystem("evenhand-insight", "insight"));
  }

  /** Review-service, as the lead of HR reaches it. */
  Door lead(String externalId) {
    return review.door(bearers.ofPerson(externalId, "hr-lead"));
  }

  @Override
  public void close() throws IOException {
    review.stop();
    analytics.stop();
    kafka.stop();
    analyticsDatabase.stop();
    reviewDatabase.stop();
    Directories.delete(folder);
  }
}
