package org.evenhand.bench.submit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenhand.bench.load.Load;
import org.evenhand.bench.parts.Sql;
import org.evenhand.local.postgres.Database;

/** What pgbench does, in this JVM, for machines that have no pgbench. */
final class JdbcLoop implements SameSql {
  private static final Pattern VARIABLE = Pattern.compile("(?<!:):([a-z][a-z0-9_]*)");

  private final Database database;
  private final int clients;

  JdbcLoop(Database database, int clients) {
    this.database = database;
    this.clients = clients;
  }

  @Override
  public String name() {
    return "JDBC, " + clients + " clients";
  }

  @Override
  public double rate(Script script, long from, long count) {
    return Load.rate(clients, from, from + count, () -> new Client(script));
  }

  private final class Client implements Load.Client {
    private final Script script;
    private final Connection connection;
    private final List<Prepared> prepared = new ArrayList<>();

    private record Prepared(PreparedStatement statement, List<String> variables) {}

    Client(Script script) throws SQLException {
      this.script = script;
      this.connection = Sql.connect(database);
      for (String statement : script.statements()) {
        prepared.add(prepare(statement));
      }
    }

    private Prepared prepare(String statement) throws SQLException {
      List<String> variables = new ArrayList<>();
      Matcher variable = VARIABLE.matcher(statement);
      while (variable.find()) {
        variables.add(variable.group(1));
      }
      return new Prepared(connection.prepareStatement(variable.replaceAll("?")), variables);
    }

    @Override
    public void take(long review) throws SQLException {
      for (Prepared next : prepared) {
        for (int i = 0; i < next.variables.size(); i++) {
          next.statement.setObject(i + 1, value(next.variables.get(i), review), Types.OTHER);
        }
        next.statement.execute();
      }
    }

    private Object value(String variable, long review) {
      return switch (variable) {
        case Numbered.OF_REVIEW -> Long.toString(review);
        case Numbered.OF_REVIEWER -> Long.toString(Numbered.reviewerOf(review));
        default -> String.valueOf(script.constants().get(variable));
      };
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }
}
