package org.evenhand.kit.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gives a {@code @QuarkusTest} a PostgreSQL of its own, kept until the last test has run. */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {

  private static @Nullable PostgresServer server;

  /** The server of the running tests, to be stopped and started by those that take it away. */
  public static PostgresServer server() {
    return Objects.requireNonNull(server, "no test with PostgresResource is running");
  }

  @Override
  public Map<String, String> start() {
    var started = PostgresServer.started();
    server = started;
    return Map.of(
        "quarkus.datasource.username",
        PostgresServer.USER,
        "quarkus.datasource.password",
        PostgresServer.USER,
        "quarkus.datasource.jdbc.url",
        started.jdbcUrl(),
        "quarkus.datasource.reactive.url",
        started.reactiveUrl());
  }

  @Override
  public void stop() {
    var stopping = server;
    server = null;
    if (stopping != null) {
      stopping.close();
    }
  }
}
