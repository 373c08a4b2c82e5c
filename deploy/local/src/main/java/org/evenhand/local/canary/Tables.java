package org.evenhand.local.canary;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.local.postgres.Database;
import org.evenhand.local.process.Trouble;

/** Every column of every table of a database, each row as one text. */
public final class Tables {
  private static final String ALL =
      """
      select format('%I.%I', schemaname, tablename) from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema') order by 1
      """;

  private Tables() {}

  public static List<Sighting> search(Database database, Canaries canaries) {
    try (Connection connection =
        DriverManager.getConnection(database.jdbcUrl(), database.role(), database.password())) {
      List<Sighting> seen = new ArrayList<>();
      for (String table : column(connection, ALL)) {
        String place = "the table " + table + " of " + database.name();
        for (String row :
            column(connection, "select cast(each as text) from " + table + " as each")) {
          canaries.in(place, row).forEach(seen::add);
        }
      }
      return seen;
    } catch (SQLException e) {
      throw new Trouble("The database " + database.name() + " can't be read", e);
    }
  }

  private static List<String> column(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }
}
