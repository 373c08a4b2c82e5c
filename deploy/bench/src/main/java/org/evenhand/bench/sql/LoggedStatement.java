package org.evenhand.bench.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A statement as PostgreSQL logs it with {@code log_statement=all}.
 *
 * @param backend the process that ran it: one connection
 * @param sql with {@code $1} for the first parameter
 */
public record LoggedStatement(long backend, String sql, List<@Nullable String> parameters) {
  private static final Pattern ENTRY =
      Pattern.compile(
          "^\\d{4}-\\d\\d-\\d\\d \\S+ \\S+ \\[(?<pid>\\d+)\\] (?<level>[A-Z]+): {2}(?<text>.*)$");
  private static final Pattern STATEMENT =
      Pattern.compile("^(?:statement|execute [^:]*): (?<sql>.*)$", Pattern.DOTALL);
  private static final Pattern PARAMETER =
      Pattern.compile("\\$\\d+ = (?:NULL|'(?<value>[^']*+(?:''[^']*+)*+)')");

  /** All statements in the lines of a log, in their order. */
  public static List<LoggedStatement> read(List<String> lines) {
    List<LoggedStatement> statements = new ArrayList<>();
    for (Entry entry : entries(lines)) {
      Matcher statement = STATEMENT.matcher(entry.text);
      int last = statements.size() - 1;
      if (entry.level.equals("LOG") && statement.matches()) {
        statements.add(new LoggedStatement(entry.pid, statement.group("sql"), List.of()));
      } else if (entry.level.equals("DETAIL")
          && last >= 0
          && statements.get(last).backend == entry.pid) {
        statements.set(
            last, new LoggedStatement(entry.pid, statements.get(last).sql, parameters(entry.text)));
      }
    }
    return statements;
  }

  public boolean mentions(String value) {
    return parameters.stream().anyMatch(parameter -> value.equals(parameter));
  }

  public boolean begins() {
    return sql.equals("BEGIN");
  }

  public boolean commits() {
    return sql.equals("COMMIT");
  }

  private static List<@Nullable String> parameters(String detail) {
    List<@Nullable String> parameters = new ArrayList<>();
    Matcher parameter = PARAMETER.matcher(detail);
    while (parameter.find()) {
      @Nullable String value = parameter.group("value");
      parameters.add(value == null ? null : value.replace("''", "'"));
    }
    return parameters;
  }

  private record Entry(long pid, String level, String text) {}

  /** A line that begins with a tab continues the one before it. */
  private static List<Entry> entries(List<String> lines) {
    List<Entry> entries = new ArrayList<>();
    for (String line : lines) {
      Matcher entry = ENTRY.matcher(line);
      int last = entries.size() - 1;
      if (entry.matches()) {
        entries.add(
            new Entry(
                Long.parseLong(entry.group("pid")), entry.group("level"), entry.group("text")));
      } else if (last >= 0) {
        Entry begun = entries.get(last);
        String rest = line.startsWith("\t") ? line.substring(1) : line;
        entries.set(last, new Entry(begun.pid, begun.level, begun.text + "\n" + rest));
      }
    }
    return entries;
  }
}
