package org.evenhand.local.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/** Creates the databases and roles that are missing, each closed to every other role. */
public final class Databases {
  static final String SUPERUSER = "postgres";
  static final String SUPERUSER_PASSWORD = "local-only-postgres";

  private final int port;

  Databases(int port) {
    this.port = port;
  }

  void create(List<String> names) throws SQLException {
    try (Connection connection = connect()) {
      for (String name : names) {
        if (!exists(connection, "pg_roles", "rolname", name)) {
          Database database = new Database(name, port);
          run(connection, "CREATE ROLE " + name + " LOGIN PASSWORD '" + database.password() + "'");
        }
        if (!exists(connection, "pg_database", "datname", name)) {
          run(connection, "CREATE DATABASE " + name + " OWNER " + name);
          run(connection, "REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
        }
      }
    }
  }

  /** Makes a database anew: its content is gone. */
  void recreate(String name) throws SQLException {
    try (Connection connection = connect()) {
      run(connection, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }
    create(List.of(name));
  }

  boolean answers() {
    try (Connection connection = connect()) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", SUPERUSER);
    properties.setProperty("password", SUPERUSER_PASSWORD);
    properties.setProperty("loginTimeout", "5");
    return DriverManager.getConnection(new Database("postgres", port).jdbcUrl(), properties);
  }

  private static boolean exists(Connection connection, String table, String column, String name)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT 1 FROM " + table + " WHERE " + column + " = ?")) {
      query.setString(1, name);
      return query.executeQuery().next();
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
