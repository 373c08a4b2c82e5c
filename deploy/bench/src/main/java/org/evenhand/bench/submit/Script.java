package org.evenhand.bench.submit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenhand.bench.sql.LoggedStatement;
import org.evenhand.bench.sql.ParameterTypes;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one submission, made to work for review {@code :n} of reviewer {@code :m}. A
 * value that the service made for one review (a hash, a time) is sent again unchanged; it costs the
 * database the same.
 *
 * @param statements with variables in pgbench's way, {@code :name}
 * @param constants the variables that stay the same
 */
record Script(List<String> statements, Map<String, String> constants) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$(\\d+)");

  /**
   * @param connection to the same database: the server says of which types the parameters are
   */
  static Script of(List<LoggedStatement> logged, Connection connection) throws SQLException {
    List<String> statements = new ArrayList<>();
    Map<String, String> constants = new LinkedHashMap<>();
    for (LoggedStatement statement : logged) {
      List<String> types = ParameterTypes.of(statement, connection);
      List<String> values = new ArrayList<>();
      for (int i = 0; i < types.size(); i++) {
        String name = "s" + statements.size() + "_" + i;
        values.add(expression(statement.parameters().get(i), types.get(i), name, constants));
      }
      statements.add(
          PLACEHOLDER
              .matcher(statement.sql())
              .replaceAll(
                  found ->
                      Matcher.quoteReplacement(values.get(Integer.parseInt(found.group(1)) - 1))));
    }
    return new Script(statements, constants);
  }

  private static String expression(
      @Nullable String value, String type, String name, Map<String, String> constants) {
    if (value == null) {
      return "null::" + type;
    }
    Matcher numbered = Numbered.ANY.matcher(value);
    List<String> pieces = new ArrayList<>();
    int end = 0;
    while (numbered.find()) {
      piece(value.substring(end, numbered.start()), name + "_" + pieces.size(), pieces, constants);
      Numbered kind = Numbered.withPrefix(numbered.group("prefix"));
      boolean head = Long.parseLong(numbered.group("number"), 16) == 0;
      pieces.add(
          head ? "'" + numbered.group() + "'" : kind.sql(":" + kind.variable() + "::bigint"));
      end = numbered.end();
    }
    if (pieces.isEmpty()) {
      constants.put(name, value);
      return ":" + name + "::" + type;
    }
    piece(value.substring(end), name + "_" + pieces.size(), pieces, constants);
    return "(" + String.join(" || ", pieces) + ")::" + type;
  }

  private static void piece(
      String text, String name, List<String> pieces, Map<String, String> constants) {
    if (!text.isEmpty()) {
      constants.put(name, text);
      pieces.add(":" + name + "::text");
    }
  }
}
