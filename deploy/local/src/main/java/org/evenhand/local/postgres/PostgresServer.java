package org.evenhand.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.evenhand.local.process.ChildProcess;
import org.evenhand.local.process.Command;
import org.evenhand.local.process.Part;
import org.evenhand.local.process.ProcessRecord;
import org.evenhand.local.process.Trouble;
import org.jspecify.annotations.Nullable;

/** One durable PostgreSQL server (fsync on) for all databases of the stack. */
public final class PostgresServer implements Part {
  public static final List<String> NAMES =
      List.of("policy", "review", "calibration", "analytics", "keycloak");

  private final PostgresBinaries binaries;
  private final Path data;
  private final Path log;
  private final ProcessRecord record;
  private final int port;
  private final Databases databases;
  private @Nullable ChildProcess process;

  public PostgresServer(Path home, Path data, Path log, ProcessRecord record, int port) {
    this.binaries = new PostgresBinaries(home);
    this.data = data;
    this.log = log;
    this.record = record;
    this.port = port;
    this.databases = new Databases(port);
  }

  @Override
  public String name() {
    return "PostgreSQL";
  }

  @Override
  public String awaits() {
    return "to accept connections";
  }

  @Override
  public String address() {
    return "127.0.0.1:" + port;
  }

  @Override
  public Path log() {
    return log;
  }

  @Override
  public void launch() {
    binaries.unpackOnce();
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      createCluster();
    }
    List<String> command = unprivileged("postgres");
    command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
    settings().forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
    process = ChildProcess.start(command, Map.of(), data, log, record);
  }

  @Override
  public boolean ready() {
    if (!databases.answers()) {
      return false;
    }
    try {
      databases.create(NAMES);
      return true;
    } catch (SQLException e) {
      throw new Trouble("PostgreSQL can't create the databases: " + e.getMessage(), e);
    }
  }

  /** Empties one database; for derived data that can be filled in anew. */
  public void recreate(String database) {
    try {
      databases.recreate(database);
    } catch (SQLException e) {
      throw new Trouble("PostgreSQL can't recreate " + database + ": " + e.getMessage(), e);
    }
  }

  @Override
  public boolean alive() {
    return process != null && process.alive();
  }

  @Override
  public String lastWords() {
    return process == null ? "" : process.lastWords();
  }

  @Override
  public void stop() {
    if (process == null) {
      return;
    }
    if (process.alive()) {
      askToStop();
    }
    process.stop(Duration.ofSeconds(20));
  }

  /** Fast mode doesn't wait for clients that are still connected, such as a forgotten psql. */
  private void askToStop() {
    List<String> command = unprivileged("pg_ctl");
    command.addAll(List.of("stop", "-D", data.toString(), "-m", "fast", "-t", "20"));
    try {
      Process stopping =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!stopping.waitFor(25, TimeUnit.SECONDS)) {
        stopping.destroyForcibly();
      }
    } catch (IOException e) {
      // If that fails, it is ended like any other process.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void createCluster() {
    try {
      Files.createDirectories(data.getParent());
      Files.createDirectories(log.getParent());
      Path password = Files.createTempFile(data.getParent(), "initdb", ".password");
      try {
        Files.writeString(password, Databases.SUPERUSER_PASSWORD);
        List<String> command = unprivileged("initdb");
        command.addAll(
            List.of(
                "-D",
                data.toString(),
                "-U",
                Databases.SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
        Command.run("Creating PostgreSQL's data directory", command, Map.of(), log);
      } finally {
        Files.deleteIfExists(password);
      }
    } catch (IOException e) {
      throw new Trouble("PostgreSQL's data directory can't be created: " + e.getMessage(), e);
    }
  }

  private static Map<String, String> settings() {
    return Map.of(
        "listen_addresses", "127.0.0.1",
        // In a deep checkout the path of a Unix socket would be too long, and nobody needs the
        // socket.
        "unix_socket_directories", "",
        "max_connections", "200",
        "shared_buffers", "128MB",
        "fsync", "on",
        "synchronous_commit", "on",
        "timezone", "UTC",
        "log_timezone", "UTC");
  }

  /** PostgreSQL refuses to run as root, the usual user in a container; a user namespace helps. */
  private List<String> unprivileged(String program) {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(binaries.program(program).toString());
    return command;
  }
}
