package org.evenhand.kit.data.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.evenhand.kit.data.idempotency.Keys;
import org.evenhand.kit.data.imports.file.StagedRow;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.web.id.Ids;
import org.jspecify.annotations.Nullable;

/** Writes a file's rows to the database as they come, over plain JDBC on the request's thread. */
@ApplicationScoped
class Staging {

  private static final String UNIQUE_VIOLATION = "23505";
  private static final int MANY = 1_000;

  private final DataSource database;
  private final Clock clock;

  public Staging(DataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** An import that came before with the same key. */
  record Earlier(
      UUID id,
      String state,
      Instant touchedAt,
      byte @Nullable [] requestHash,
      @Nullable Integer answerStatus,
      @Nullable String answerBody) {}

  /**
   * Fails with 409 when another request with this key is faster.
   *
   * @param sender null for a system
   */
  UUID begin(ImportRequest request, String client, @Nullable ImportSender sender)
      throws SQLException {
    UUID id = Ids.next();
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into import (id, kind, client, dry_run, similar_keys_meant, state,"
                    + " received_at, touched_at, idempotency_key, sender)"
                    + " values (?, ?, ?, ?, ?, 'RECEIVING', ?, ?, ?, ?::jsonb)")) {
      insert.setObject(1, id);
      insert.setString(2, request.kind());
      insert.setString(3, client);
      insert.setBoolean(4, request.dryRun());
      insert.setBoolean(5, request.similarKeysMeant());
      insert.setObject(6, now());
      insert.setObject(7, now());
      insert.setString(8, request.idempotencyKey());
      insert.setString(9, sender == null ? null : Json.write(sender));
      insert.executeUpdate();
      return id;
    } catch (SQLException e) {
      if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
        throw Keys.inProgress();
      }
      throw e;
    }
  }

  void add(UUID id, List<StagedRow> rows) throws SQLException {
    List<Map<String, Object>> staged = new ArrayList<>(rows.size());
    List<Map<String, Object>> errors = new ArrayList<>();
    for (StagedRow row : rows) {
      staged.add(Map.of("n", row.row(), "v", row.values(), "refused", !row.errors().isEmpty()));
      errors.addAll(ErrorRows.of(row.row(), row.errors()));
    }
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      update(
          connection,
          "insert into import_row (import_id, row, \"values\", refused) select ?::uuid, n, v,"
              + " refused from jsonb_to_recordset(?::jsonb) as s(n bigint, v jsonb, refused"
              + " boolean)",
          id,
          Json.write(staged));
      if (!errors.isEmpty()) {
        update(connection, ErrorRows.INSERT_JDBC, id, Json.write(errors));
      }
      update(connection, "update import set touched_at = ? where id = ?", now(), id);
      connection.commit();
    }
  }

  /**
   * Lets the file in line. Of a long one the planner is told first, or it would go by what it knew
   * before the file, and walk over all rows for each. In a transaction of its own, so that no other
   * import waits for it.
   */
  void received(UUID id, long rows, byte[] requestHash) throws SQLException {
    try (Connection connection = database.getConnection()) {
      if (rows >= MANY) {
        update(connection, "analyze import_row");
      }
      update(
          connection,
          "update import set state = 'QUEUED', rows = ?, request_hash = ?, touched_at = ?"
              + " where id = ?",
          rows,
          requestHash,
          now(),
          id);
    }
  }

  void answered(UUID id, int status, String body) throws SQLException {
    try (Connection connection = database.getConnection()) {
      update(
          connection,
          "update import set answer_status = ?, answer_body = ? where id = ?",
          status,
          body,
          id);
    }
  }

  void abandon(UUID id) throws SQLException {
    try (Connection connection = database.getConnection()) {
      update(connection, "delete from import where id = ?", id);
    }
  }

  /** The import under this key that came since a time; an older one loses its key. */
  Optional<Earlier> earlier(ImportRequest request, String client, Instant since)
      throws SQLException {
    String same = " where kind = ? and client = ? and dry_run = ? and idempotency_key = ?";
    try (Connection connection = database.getConnection()) {
      update(
          connection,
          "update import set idempotency_key = null" + same + " and received_at < ?",
          request.kind(),
          client,
          request.dryRun(),
          request.idempotencyKey(),
          since.atOffset(ZoneOffset.UTC));
      try (PreparedStatement select =
          connection.prepareStatement(
              "select id, state, touched_at, request_hash, answer_status, answer_body from import"
                  + same)) {
        select.setString(1, request.kind());
        select.setString(2, client);
        select.setBoolean(3, request.dryRun());
        select.setString(4, request.idempotencyKey());
        try (ResultSet row = select.executeQuery()) {
          return row.next() ? Optional.of(earlier(row)) : Optional.empty();
        }
      }
    }
  }

  private static Earlier earlier(ResultSet row) throws SQLException {
    return new Earlier(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getObject(3, OffsetDateTime.class).toInstant(),
        row.getBytes(4),
        row.getObject(5, Integer.class),
        row.getString(6));
  }

  private static void update(Connection connection, String sql, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.executeUpdate();
    }
  }

  private OffsetDateTime now() {
    return Instant.now(clock).atOffset(ZoneOffset.UTC);
  }
}
