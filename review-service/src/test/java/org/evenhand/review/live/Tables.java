package org.evenhand.review.live;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.PostgresServer;

/** Looks behind the door: at what a fault must not have left, and to cause the fault. */
public final class Tables {

  private Tables() {}

  public static long count(String from) {
    try (Connection connection = open();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select count(*) from " + from)) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(from, e);
    }
  }

  /** The only value of the only row. */
  public static String text(String from) {
    try (Connection connection = open();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select " + from)) {
      result.next();
      return result.getString(1);
    } catch (SQLException e) {
      throw new AssertionError(from, e);
    }
  }

  public static void execute(String sql) {
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  static Connection open() throws SQLException {
    return DriverManager.getConnection(
        PostgresResource.server().jdbcUrl(), PostgresServer.USER, PostgresServer.USER);
  }
}
