package org.evenhand.kit.data.audit;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;

/** Walks all chains from their first entry to their head. */
final class ChainCheck {

  private static final int FETCH = 1_000;

  private final Connection connection;
  private final Findings findings;

  ChainCheck(Connection connection, Findings findings) {
    this.connection = connection;
    this.findings = findings;
  }

  long run() throws SQLException {
    long entries = entries();
    heads();
    return entries;
  }

  private long entries() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select aggregate_type, aggregate_id, sequence, action, actor, at, content, salt,"
                + " content_digest, previous, hash from audit"
                + " order by aggregate_type, aggregate_id, sequence")) {
      statement.setFetchSize(FETCH);
      try (ResultSet row = statement.executeQuery()) {
        long count = 0;
        String chain = "";
        long sequence = 0;
        byte[] previous = new byte[32];
        while (row.next()) {
          String here = row.getString(1) + " " + row.getString(2);
          if (!here.equals(chain)) {
            chain = here;
            sequence = 0;
            previous = new byte[32];
          }
          entry(row, chain, sequence + 1, previous);
          sequence = row.getLong(3);
          previous = row.getBytes(11);
          count++;
        }
        return count;
      }
    }
  }

  private void entry(ResultSet row, String chain, long expected, byte[] previous)
      throws SQLException {
    String where = chain + " entry " + row.getLong(3);
    if (row.getLong(3) != expected) {
      findings.add(where + ": entries before it are missing");
    } else if (!Arrays.equals(row.getBytes(10), previous)) {
      findings.add(where + ": does not follow the entry before it");
    }
    byte[] salt = row.getBytes(8);
    byte[] digest = row.getBytes(9);
    if (salt != null
        && !MessageDigest.isEqual(EntryHash.contentDigest(salt, row.getString(7)), digest)) {
      findings.add(where + ": its content was changed");
    }
    if (salt == null && row.getString(7) != null) {
      findings.add(where + ": its salt was removed but not its content");
    }
    String fields =
        EntryHash.fields(
            row.getString(1),
            row.getObject(2, UUID.class),
            row.getString(4),
            row.getString(5),
            row.getObject(6, OffsetDateTime.class).toInstant(),
            digest);
    byte[] hash = EntryHash.of(fields, row.getBytes(10), row.getLong(3));
    if (!Arrays.equals(hash, row.getBytes(11))) {
      findings.add(where + ": was changed");
    }
  }

  /** A head that isn't its chain's last entry: entries were cut off or put in. */
  private void heads() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select coalesce(h.aggregate_type, l.aggregate_type),"
                + " coalesce(h.aggregate_id, l.aggregate_id) from audit_head h full join"
                + " (select distinct on (aggregate_type, aggregate_id) aggregate_type,"
                + " aggregate_id, sequence, hash from audit"
                + " order by aggregate_type, aggregate_id, sequence desc) l"
                + " on h.aggregate_type = l.aggregate_type and h.aggregate_id = l.aggregate_id"
                + " where (h.sequence, h.hash) is distinct from (l.sequence, l.hash)")) {
      statement.setFetchSize(FETCH);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          findings.add(
              row.getString(1) + " " + row.getString(2) + ": its last entry is not its head");
        }
      }
    }
  }
}
