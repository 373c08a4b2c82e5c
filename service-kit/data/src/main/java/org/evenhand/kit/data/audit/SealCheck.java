package org.evenhand.kit.data.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Walks the chain of seals, and compares what they cover with the entries. */
final class SealCheck {

  private static final int FETCH = 1_000;

  private final Connection connection;
  private final Findings findings;
  private final @Nullable String known;

  SealCheck(Connection connection, Findings findings, @Nullable String known) {
    this.connection = connection;
    this.findings = findings;
    this.known = known;
  }

  long run() throws SQLException {
    boolean knownSeen = known == null;
    Seal last = Seal.BEFORE_ALL;
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select id, sealed_at, previous, hash from audit_seal order by id")) {
      statement.setFetchSize(FETCH);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          Instant at = row.getObject(2, OffsetDateTime.class).toInstant();
          Seal stored = new Seal(row.getLong(1), row.getBytes(3), row.getBytes(4));
          compare(last.next(at, heads(stored.id())), stored);
          knownSeen = knownSeen || (stored.id() + ":" + stored.hex()).equals(known);
          last = stored;
        }
      }
    }
    if (!knownSeen) {
      findings.add("the seal " + known + " is not there");
    }
    covered();
    return last.id();
  }

  private void compare(Seal expected, Seal stored) {
    if (expected.id() != stored.id()) {
      findings.add("seal " + stored.id() + ": seals before it are missing");
    } else if (!Arrays.equals(expected.hash(), stored.hash())
        || !Arrays.equals(expected.previous(), stored.previous())) {
      findings.add("seal " + stored.id() + ": was changed, or what it covers was");
    }
  }

  private List<SealedHead> heads(long seal) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select aggregate_type, aggregate_id, sequence, hash from audit_seal_head"
                + " where seal = ?")) {
      statement.setLong(1, seal);
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

  private void covered() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select s.seal, s.aggregate_type, s.aggregate_id, s.sequence from audit_seal_head s"
                + " left join audit a on a.aggregate_type = s.aggregate_type"
                + " and a.aggregate_id = s.aggregate_id and a.sequence = s.sequence"
                + " where a.hash is distinct from s.hash")) {
      statement.setFetchSize(FETCH);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          findings.add(
              row.getString(2)
                  + " "
                  + row.getString(3)
                  + " entry "
                  + row.getLong(4)
                  + ": is not what seal "
                  + row.getLong(1)
                  + " covers");
        }
      }
    }
  }
}
