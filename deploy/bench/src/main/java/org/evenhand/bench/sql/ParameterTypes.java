package org.evenhand.bench.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The types of a statement's parameters, as the server reports them. */
public final class ParameterTypes {
  private ParameterTypes() {}

  public static List<String> of(LoggedStatement statement, Connection connection)
      throws SQLException {
    List<String> types = new ArrayList<>();
    if (statement.parameters().isEmpty()) {
      return types;
    }
    try (Statement sql = connection.createStatement()) {
      sql.execute("prepare asked as " + statement.sql());
      try (PreparedStatement query =
              connection.prepareStatement(
                  "select unnest(parameter_types)::text from pg_prepared_statements"
                      + " where name = 'asked'");
          ResultSet result = query.executeQuery()) {
        while (result.next()) {
          types.add(result.getString(1));
        }
      } finally {
        sql.execute("deallocate asked");
      }
    }
    return types;
  }
}
