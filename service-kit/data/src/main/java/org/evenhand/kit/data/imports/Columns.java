package org.evenhand.kit.data.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.kit.data.ImportHandler;
import org.evenhand.kit.web.CommonProblem;
import org.evenhand.kit.web.Problem;
import org.evenhand.kit.web.Violation;
import org.jspecify.annotations.Nullable;

/** What a kind of file may and must hold, and the checks that follow from it alone. */
final class Columns {

  private static final int LONGEST_QUOTE = 60;

  private final List<String> all;
  private final Set<String> required;
  private final int maxCell;

  Columns(ImportHandler handler, int maxCell) {
    this.all = handler.columns();
    this.required = handler.requiredColumns();
    this.maxCell = maxCell;
  }

  /** Refuses the file when its header names a column twice, an unknown one, or too few. */
  void checkHeader(List<String> header) {
    List<Violation> violations = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String name : header) {
      if (!seen.add(name)) {
        violations.add(column(name, "is named twice"));
      } else if (!all.contains(name)) {
        violations.add(column(name, "is unknown; known are " + String.join(", ", all)));
      }
    }
    required.stream()
        .filter(name -> !seen.contains(name))
        .sorted()
        .forEach(name -> violations.add(column(name, "is missing")));
    if (!violations.isEmpty()) {
      throw Problem.of(CommonProblem.MALFORMED_REQUEST, "The file's columns are not right")
          .with(violations.toArray(Violation[]::new));
    }
  }

  boolean known(String name) {
    return all.contains(name);
  }

  /** Puts a cell among the values, or says why it can't be. A blank one is absent. */
  void cell(
      long row,
      String column,
      @Nullable String text,
      Map<String, String> values,
      List<Violation> errors) {
    if (text == null || text.isBlank()) {
      return;
    }
    if (text.length() > maxCell) {
      errors.add(Violation.cell(row, column, "is longer than " + maxCell + " characters"));
    } else if (!storable(text)) {
      errors.add(Violation.cell(row, column, "holds a character that is not text"));
    } else {
      values.put(column, text.strip());
    }
  }

  /** Adds an error for each required column that a row leaves blank. */
  StagedRow complete(long row, Map<String, String> values, List<Violation> errors) {
    Set<String> named = new HashSet<>();
    errors.forEach(error -> named.add(String.valueOf(error.column())));
    required.stream()
        .filter(name -> !values.containsKey(name) && !named.contains(name))
        .sorted()
        .forEach(name -> errors.add(Violation.cell(row, name, "is required")));
    return new StagedRow(row, values, errors);
  }

  /** PostgreSQL's text holds no NUL, and half of a surrogate pair is no character. */
  private static boolean storable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return false;
      }
      if (Character.isHighSurrogate(c)) {
        if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(++i))) {
          return false;
        }
      } else if (Character.isLowSurrogate(c)) {
        return false;
      }
    }
    return true;
  }

  private static Violation column(String name, String detail) {
    String quoted = name.length() > LONGEST_QUOTE ? name.substring(0, LONGEST_QUOTE) + "…" : name;
    return new Violation("the column " + detail, null, null, null, quoted);
  }
}
