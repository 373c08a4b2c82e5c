package org.evenhand.kit.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL 18 on a free loopback port with a data directory of its own, so that a test can
 * stop it, look at what a service does without it, and start it again with the same data.
 */
public final class PostgresServer implements AutoCloseable {

  public static final String USER = "postgres";

  private final Path data;
  private final int port;
  private @Nullable EmbeddedPostgres running;

  private PostgresServer(Path data, int port) {
    this.data = data;
    this.port = port;
  }

  public static PostgresServer started() {
    try {
      var server = new PostgresServer(Files.createTempDirectory("evenhand-postgres"), Ports.free());
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts on the same port and data as before. */
  public synchronized void start() {
    if (running != null) {
      return;
    }
    try {
      running =
          EmbeddedPostgres.builder()
              .setPort(port)
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setServerConfig("max_connections", "200")
              .setServerConfig("fsync", "off")
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops the server; its data stays for {@link #start()}. */
  public synchronized void stop() {
    var server = running;
    running = null;
    if (server != null) {
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  public String reactiveUrl() {
    return "postgresql://127.0.0.1:" + port + "/postgres";
  }

  @Override
  public void close() {
    stop();
    Directories.delete(data);
  }
}
