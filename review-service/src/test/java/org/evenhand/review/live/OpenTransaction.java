package org.evenhand.review.live;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Somebody's transaction that is not over yet: others wait for what it holds. */
public final class OpenTransaction implements AutoCloseable {

  private static final String WAITING =
      "select count(*) from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))";

  private final Connection connection;

  private OpenTransaction(Connection connection) {
    this.connection = connection;
  }

  public static OpenTransaction of(String... statements) {
    try {
      Connection connection = Tables.open();
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        for (String sql : statements) {
          statement.execute(sql);
        }
      }
      return new OpenTransaction(connection);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  public boolean isWaitedFor() {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(WAITING)) {
      result.next();
      return result.getLong(1) > 0;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  public void commit() {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
