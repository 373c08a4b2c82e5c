package org.evenhand.faults;

import java.nio.file.Path;
import org.evenhand.local.postgres.Database;
import org.evenhand.local.postgres.PostgresServer;
import org.evenhand.local.process.FreePorts;
import org.evenhand.local.process.ProcessRecord;

/** A PostgreSQL server for one service, so that it can go away from that one alone. */
final class DatabaseServer {
  private static final Path PROGRAMS = Path.of("target/programs/postgres").toAbsolutePath();

  private final String name;
  private final int port = FreePorts.next();
  private final PostgresServer server;

  DatabaseServer(String name, Path folder) {
    this.name = name;
    this.server =
        new PostgresServer(
            PROGRAMS,
            folder.resolve("postgres-" + name),
            folder.resolve("logs/postgres-" + name + ".log"),
            new ProcessRecord(folder.resolve("postgres-" + name + ".pid")),
            port);
  }

  void start() {
    Starting.start(server);
  }

  void stop() {
    server.stop();
  }

  int port() {
    return port;
  }

  Sql sql() {
    return new Sql(new Database(name, port));
  }
}
