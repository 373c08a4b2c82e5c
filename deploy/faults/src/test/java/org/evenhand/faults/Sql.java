package org.evenhand.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.local.postgres.Database;

/** A look into the database of a service, from outside. */
record Sql(Database database) {

  Connection connect() throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(), database.role(), database.password());
  }

  void run(String statement) throws SQLException {
    try (Connection connection = connect();
        var running = connection.createStatement()) {
      running.execute(statement);
    }
  }

  /** The first column of each row, as text. */
  List<String> column(String query, Object... parameters) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<String> found = new ArrayList<>();
        while (rows.next()) {
          found.add(rows.getString(1));
        }
        return found;
      }
    }
  }

  long number(String query, Object... parameters) throws SQLException {
    return Long.parseLong(column(query, parameters).get(0));
  }
}
