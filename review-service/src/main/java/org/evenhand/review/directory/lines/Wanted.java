package org.evenhand.review.directory.lines;

import java.util.LinkedHashMap;
import java.util.Map;
import org.evenhand.kit.data.database.Rows;
import org.jspecify.annotations.Nullable;

/** Which of the visible things a list is asked for: clauses, with the parameters they read. */
public final class Wanted {

  private final StringBuilder clauses = new StringBuilder();
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  private Wanted() {}

  public static Wanted everything() {
    return new Wanted();
  }

  /** Only those for which the clause holds; all where no value is given. */
  public Wanted with(String parameter, @Nullable Object value, String clause) {
    return value == null ? this : where(clause, Map.of(parameter, value));
  }

  public Wanted with(String parameter, @Nullable Enum<?> value, String clause) {
    return with(parameter, value == null ? null : (Object) value.name(), clause);
  }

  public Wanted where(String clause, Map<String, ?> reads) {
    clauses.append(" and ").append(clause);
    parameters.putAll(reads);
    return this;
  }

  String clauses() {
    return clauses.toString();
  }

  Rows bind(Rows rows) {
    parameters.forEach(rows::bind);
    return rows;
  }
}
