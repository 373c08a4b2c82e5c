package org.evenhand.bench.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sends logged statements again, on one connection, each prepared once. */
public final class Replay {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$(\\d+)");

  private final Connection connection;
  private final Map<String, Prepared> prepared = new HashMap<>();

  public Replay(Connection connection) {
    this.connection = connection;
  }

  /**
   * @param parameters which of the statement's parameters each question mark stands for
   */
  private record Prepared(PreparedStatement statement, List<Integer> parameters) {}

  public void send(List<LoggedStatement> statements) throws SQLException {
    for (LoggedStatement statement : statements) {
      Prepared known = prepared(statement);
      for (int i = 0; i < known.parameters.size(); i++) {
        @Nullable String value = statement.parameters().get(known.parameters.get(i));
        known.statement.setObject(i + 1, value, Types.OTHER);
      }
      known.statement.execute();
    }
  }

  /** Once before the clock runs. */
  public void prepare(List<LoggedStatement> statements) throws SQLException {
    for (LoggedStatement statement : statements) {
      Prepared unused = prepared(statement);
    }
  }

  private Prepared prepared(LoggedStatement statement) throws SQLException {
    @Nullable Prepared known = prepared.get(statement.sql());
    if (known == null) {
      known = typed(statement);
      prepared.put(statement.sql(), known);
    }
    return known;
  }

  private Prepared typed(LoggedStatement statement) throws SQLException {
    List<String> types = ParameterTypes.of(statement, connection);
    List<Integer> parameters = new ArrayList<>();
    Matcher placeholder = PLACEHOLDER.matcher(statement.sql());
    StringBuilder sql = new StringBuilder();
    while (placeholder.find()) {
      int index = Integer.parseInt(placeholder.group(1)) - 1;
      parameters.add(index);
      placeholder.appendReplacement(sql, "?::" + types.get(index));
    }
    placeholder.appendTail(sql);
    return new Prepared(connection.prepareStatement(sql.toString()), parameters);
  }
}
