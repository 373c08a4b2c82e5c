package org.evenhand.kit.data.audit;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.evenhand.kit.data.command.NotInCommand;
import org.evenhand.kit.data.database.Failures;
import org.jboss.logging.Logger;

/**
 * Seals the heads of all chains that grew since the last seal. Each seal is logged: with a copy of
 * the log elsewhere it can be proved later that nothing was cut off at the end.
 */
@ApplicationScoped
public class AuditSeals {

  private static final Logger LOG = Logger.getLogger(AuditSeals.class);
  private static final long LOCK = 0x4556454E_5345414CL;
  private static final int HEADS_PER_SEAL = 5_000;

  private final DataSource database;
  private final Clock clock;

  public AuditSeals(DataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Scheduled(
      identity = "audit-seal",
      every = "${evenhand.audit.seal-every:1m}",
      delayed = "10s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = NotInCommand.class)
  void scheduled() {
    try {
      sealAll();
    } catch (SQLException e) {
      LOG.warnf("sealing waits: %s", Failures.withoutContent(e));
    }
  }

  /** Answers how many heads were sealed. */
  public int sealAll() throws SQLException {
    int sum = 0;
    int sealed;
    do {
      sealed = sealSome();
      sum += sealed;
    } while (sealed == HEADS_PER_SEAL);
    return sum;
  }

  private int sealSome() throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      List<SealedHead> heads = lock(connection) ? grown(connection) : List.of();
      if (!heads.isEmpty()) {
        write(connection, heads);
      }
      connection.commit();
      return heads.size();
    }
  }

  private static boolean lock(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
      statement.setLong(1, LOCK);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private static List<SealedHead> grown(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select aggregate_type, aggregate_id, sequence, hash from audit_head"
                + " where sequence > sealed order by aggregate_type, aggregate_id limit ?"
                + " for update")) {
      statement.setInt(1, HEADS_PER_SEAL);
      try (ResultSet row = statement.executeQuery()) {
        List<SealedHead> heads = new ArrayList<>();
        while (row.next()) {
          heads.add(
              new SealedHead(
                  row.getString(1), row.getObject(2, UUID.class), row.getLong(3), row.getBytes(4)));
        }
        return heads;
      }
    }
  }

  private void write(Connection connection, List<SealedHead> heads) throws SQLException {
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    Seal seal = last(connection).next(now, heads);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into audit_seal (id, sealed_at, heads, previous, hash)"
                + " values (?, ?, ?, ?, ?)")) {
      insert.setLong(1, seal.id());
      insert.setObject(2, now.atOffset(ZoneOffset.UTC));
      insert.setInt(3, heads.size());
      insert.setBytes(4, seal.previous());
      insert.setBytes(5, seal.hash());
      insert.executeUpdate();
    }
    try (PreparedStatement insert =
            connection.prepareStatement(
                "insert into audit_seal_head (seal, aggregate_type, aggregate_id, sequence, hash)"
                    + " values (?, ?, ?, ?, ?)");
        PreparedStatement update =
            connection.prepareStatement(
                "update audit_head set sealed = ? where aggregate_type = ? and aggregate_id = ?")) {
      for (SealedHead head : heads) {
        insert.setLong(1, seal.id());
        insert.setString(2, head.type());
        insert.setObject(3, head.id());
        insert.setLong(4, head.sequence());
        insert.setBytes(5, head.hash());
        insert.addBatch();
        update.setLong(1, head.sequence());
        update.setString(2, head.type());
        update.setObject(3, head.id());
        update.addBatch();
      }
      insert.executeBatch();
      update.executeBatch();
    }
    LOG.infof("audit seal %d:%s over %d", seal.id(), seal.hex(), heads.size());
  }

  private static Seal last(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "select id, previous, hash from audit_seal order by id desc limit 1");
        ResultSet row = statement.executeQuery()) {
      return row.next()
          ? new Seal(row.getLong(1), row.getBytes(2), row.getBytes(3))
          : Seal.BEFORE_ALL;
    }
  }
}
