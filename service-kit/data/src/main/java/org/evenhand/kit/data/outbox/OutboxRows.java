package org.evenhand.kit.data.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The relay's statements, on its one connection, each a transaction of its own. */
final class OutboxRows {

  /** Any constant: one database per service, so one relay per database. */
  private static final long LOCK = 0x4556454E_4F555458L;

  private final Connection connection;

  OutboxRows(Connection connection) {
    this.connection = connection;
  }

  /** Held by the session, so an instance that dies loses it. */
  boolean lock() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select pg_try_advisory_lock(?)")) {
      statement.setLong(1, LOCK);
      try (ResultSet result = statement.executeQuery()) {
        return result.next() && result.getBoolean(1);
      }
    }
  }

  void unlock() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select pg_advisory_unlock(?)")) {
      statement.setLong(1, LOCK);
      statement.execute();
    }
  }

  List<OutboxRow> oldest(int limit) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select id, topic, key, type, aggregateid, payload, event_id, source, sequence, time,"
                + " dataschema, traceparent from outbox order by id limit ?")) {
      statement.setInt(1, limit);
      try (ResultSet result = statement.executeQuery()) {
        List<OutboxRow> rows = new ArrayList<>();
        while (result.next()) {
          rows.add(row(result));
        }
        return rows;
      }
    }
  }

  /**
   * Exactly the rows that were sent: a transaction with a lower id may have committed in between.
   */
  void delete(List<OutboxRow> rows) throws SQLException {
    Long[] ids = rows.stream().map(OutboxRow::id).toArray(Long[]::new);
    try (PreparedStatement statement =
        connection.prepareStatement("delete from outbox where id = any (?)")) {
      statement.setArray(1, connection.createArrayOf("bigint", ids));
      statement.executeUpdate();
    }
  }

  private static OutboxRow row(ResultSet result) throws SQLException {
    return new OutboxRow(
        result.getLong(1),
        result.getString(2),
        result.getString(3),
        result.getString(4),
        result.getString(5),
        result.getString(6),
        result.getObject(7, UUID.class),
        result.getString(8),
        result.getLong(9),
        result.getObject(10, OffsetDateTime.class).toInstant(),
        result.getString(11),
        result.getString(12));
  }
}
