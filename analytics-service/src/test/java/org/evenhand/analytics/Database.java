package org.evenhand.analytics;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.PostgresServer;

/** The service's database from outside, to see what it holds. */
public final class Database {

  private Database() {}

  public static Connection connect() throws SQLException {
    return DriverManager.getConnection(
        PostgresResource.server().jdbcUrl(), PostgresServer.USER, PostgresServer.USER);
  }

  /** The first column of each row, as text. */
  public static List<String> column(String sql) {
    try (Connection connection = connect();
        ResultSet rows = connection.createStatement().executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  public static long number(String sql) {
    return Long.parseLong(column(sql).get(0));
  }

  public static void change(String sql) {
    try (Connection connection = connect()) {
      connection.createStatement().executeUpdate(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /** Every cell that is not empty, in one order. */
  public static List<String> cells() {
    return column(
        "select concat_ws('|', cycle_id, phase, dimension, value, stratum, scale_size,"
            + " favourable_from, ordinal, n) from count_cell where n <> 0 order by 1");
  }

  /**
   * What the cells must be, counted from the reviews one by one. Without the offset, PostgreSQL
   * 18's planner loses the row on its way into the function.
   */
  public static List<String> recounted() {
    return column(
        "select concat_ws('|', c.cycle_id, c.phase, c.dimension, c.value, c.stratum, c.scale_size,"
            + " c.favourable_from, c.ordinal, count(*)) from"
            + " (select f from rating_fact f offset 0) each cross join lateral cells_of(each.f) c"
            + " group by c.cycle_id, c.phase, c.dimension, c.value, c.stratum,"
            + " c.scale_size, c.favourable_from, c.ordinal order by 1");
  }

  public static List<String> stages() {
    return column(
        "select concat_ws('|', cycle_id, dimension, value, stage, n) from completion_cell"
            + " where n <> 0 order by 1");
  }
}
