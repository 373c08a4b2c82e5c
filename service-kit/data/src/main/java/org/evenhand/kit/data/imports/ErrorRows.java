package org.evenhand.kit.data.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.web.problem.Violation;

/** Violations on their way into import_error. */
final class ErrorRows {

  private static final String FROM_JSON =
      " from jsonb_to_recordset(%s) as e(n bigint, c text, k text, d text)";
  private static final String INSERT =
      "insert into import_error (import_id, row, \"column\", code, detail) select ";

  static final String INSERT_JDBC =
      INSERT + "?::uuid, n, c, k, d" + FROM_JSON.formatted("?::jsonb");
  static final String INSERT_REACTIVE =
      INSERT + "cast(?1 as uuid), n, c, k, d" + FROM_JSON.formatted("cast(?2 as text)::jsonb");

  private ErrorRows() {}

  static List<Map<String, Object>> of(long row, List<Violation> errors) {
    return errors.stream()
        .map(
            error -> {
              Map<String, Object> json = new HashMap<>();
              json.put("n", row);
              json.put("c", column(error));
              json.put("k", error.code());
              json.put("d", error.detail());
              return json;
            })
        .toList();
  }

  /** A handler may point at a field instead of a column. */
  private static @org.jspecify.annotations.Nullable String column(Violation error) {
    if (error.column() != null) {
      return error.column();
    }
    return error.pointer() == null ? null : error.pointer().replaceFirst("^/", "");
  }
}
