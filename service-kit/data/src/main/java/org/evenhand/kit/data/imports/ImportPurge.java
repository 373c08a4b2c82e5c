package org.evenhand.kit.data.imports;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.evenhand.kit.data.command.NotInCommand;
import org.evenhand.kit.data.database.Failures;
import org.evenhand.kit.data.idempotency.IdempotencySettings;
import org.jboss.logging.Logger;

/** Removes uploads that broke off, keys that have expired, and imports that nobody asks for now. */
@ApplicationScoped
class ImportPurge {

  private static final Logger LOG = Logger.getLogger(ImportPurge.class);
  private static final Duration BROKEN_OFF = Duration.ofHours(1);

  private final DataSource database;
  private final ImportSettings imports;
  private final IdempotencySettings idempotency;
  private final Clock clock;

  public ImportPurge(
      DataSource database, ImportSettings imports, IdempotencySettings idempotency, Clock clock) {
    this.database = database;
    this.imports = imports;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  @Scheduled(
      identity = "import-purge",
      every = "10m",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = NotInCommand.class)
  void scheduled() {
    try {
      purge();
    } catch (SQLException e) {
      LOG.warnf("purging waits: %s", Failures.withoutContent(e));
    }
  }

  public void purge() throws SQLException {
    try (Connection connection = database.getConnection()) {
      run(
          connection,
          "delete from import where state = 'RECEIVING' and touched_at < ?",
          BROKEN_OFF);
      run(
          connection,
          "update import set idempotency_key = null, answer_status = null, answer_body = null"
              + " where idempotency_key is not null and received_at < ?",
          idempotency.keep());
      // What a dry run showed names people: it stays as long as its answer can be asked for again.
      run(
          connection,
          "update import_row r set changes = null from import i where i.id = r.import_id"
              + " and r.changes is not null and i.received_at < ?",
          idempotency.keep());
      run(connection, "delete from import where finished_at < ?", imports.keep());
    }
  }

  private void run(Connection connection, String sql, Duration age) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, Instant.now(clock).minus(age).atOffset(ZoneOffset.UTC));
      statement.executeUpdate();
    }
  }
}
