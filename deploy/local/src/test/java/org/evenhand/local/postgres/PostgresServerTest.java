package org.evenhand.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.evenhand.local.process.FreePorts;
import org.evenhand.local.process.ProcessRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class PostgresServerTest {
  @TempDir Path folder;

  private final int port = FreePorts.next();
  private PostgresServer server;

  @BeforeEach
  void start() throws InterruptedException {
    server =
        new PostgresServer(
            Path.of("target/programs/postgres").toAbsolutePath(),
            folder.resolve("data"),
            folder.resolve("postgres.log"),
            new ProcessRecord(folder.resolve("postgres.pid")),
            port);
    server.launch();
    while (!server.ready()) {
      assertThat(server.alive()).isTrue();
      Thread.sleep(100);
    }
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void itIsDurableEachDatabaseIsClosedToOthersAndDataSurvivesARestart() throws Exception {
    try (Connection review = connect("review", "review", "local-only-review")) {
      assertThat(one(review, "SHOW fsync")).isEqualTo("on");
      assertThat(one(review, "SHOW synchronous_commit")).isEqualTo("on");
      run(review, "CREATE TABLE kept (x text)");
      run(review, "INSERT INTO kept VALUES ('Żółć')");
    }
    assertThatThrownBy(() -> connect("policy", "review", "local-only-review"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> connect("review", "review", "guess"))
        .hasMessageContaining("password authentication failed");

    server.stop();
    assertThat(server.alive()).isFalse();
    start();

    try (Connection review = connect("review", "review", "local-only-review")) {
      assertThat(one(review, "SELECT x FROM kept")).isEqualTo("Żółć");
    }
    server.recreate("review");
    try (Connection review = connect("review", "review", "local-only-review")) {
      assertThatThrownBy(() -> one(review, "SELECT x FROM kept")).hasMessageContaining("kept");
    }
  }

  @Test
  void itStopsAlthoughSomebodyIsConnected() {
    assertThatCode(
            () -> {
              try (Connection forgotten = connect("review", "review", "local-only-review")) {
                assertThat(forgotten.isValid(1)).isTrue();
                server.stop();
              }
            })
        .doesNotThrowAnyException();
    assertThat(server.lastWords()).isEqualTo(" with exit code 0");
  }

  private Connection connect(String database, String role, String password) throws SQLException {
    return DriverManager.getConnection(new Database(database, port).jdbcUrl(), role, password);
  }

  private static String one(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
