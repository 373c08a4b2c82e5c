package org.evenhand.kit.data.imports;

import static org.evenhand.kit.web.problem.ViolationCode.MALFORMED;
import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;
import static org.evenhand.kit.web.problem.ViolationCode.SIZE;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.kit.web.text.KeyText;
import org.evenhand.kit.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** Reads the cells and rows of one kind of file, as far as that needs no look at the database. */
final class Columns {

  private static final int LONGEST_QUOTE = 60;

  private final ImportHandler handler;
  private final Map<String, ImportColumn> all = new LinkedHashMap<>();
  private final int maxCell;

  Columns(ImportHandler handler, int maxCell) {
    this.handler = handler;
    handler.columns().forEach(column -> all.put(column.name(), column));
    this.maxCell = maxCell;
  }

  /** Refuses the file when its header names a column twice, an unknown one, or too few. */
  void checkHeader(List<String> header) {
    List<Violation> violations = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String name : header) {
      if (!seen.add(name)) {
        violations.add(column(name, "is named twice"));
      } else if (!all.containsKey(name)) {
        violations.add(column(name, "is unknown; known are " + String.join(", ", all.keySet())));
      }
    }
    required()
        .filter(name -> !seen.contains(name))
        .forEach(name -> violations.add(column(name, "is missing")));
    if (!violations.isEmpty()) {
      throw Problem.of(CommonProblem.MALFORMED_REQUEST, "The file's columns are not right")
          .with(violations.toArray(Violation[]::new));
    }
  }

  @Nullable ImportColumn find(String name) {
    return all.get(name);
  }

  /** Puts a cell among the values, or says why it can't be. A blank one is absent. */
  void cell(
      long row, String column, String text, Map<String, String> values, List<Violation> errors) {
    if (text.length() > maxCell) {
      errors.add(SIZE.cell(row, column, "is longer than " + maxCell + " characters"));
      return;
    }
    ImportColumn known = all.get(column);
    if (known == null || Texts.isBlank(text)) {
      if (known != null && known.isRequired() && !text.isBlank()) {
        errors.add(
            REQUIRED.cell(
                row, column, "is required; nothing shows of what it holds: " + quoted(text)));
      }
      return;
    }
    String normal = Texts.normal(text);
    Optional<String> fault = known.fault(normal);
    if (fault.isPresent()) {
      errors.add(MALFORMED.cell(row, column, fault.get()));
    } else {
      values.put(column, normal);
    }
  }

  /**
   * Adds an error for each required column that a row leaves blank, and for each rule it breaks.
   */
  StagedRow complete(long row, Map<String, String> values, List<Violation> errors) {
    Set<String> named = new HashSet<>();
    errors.forEach(error -> named.add(String.valueOf(error.column())));
    required()
        .filter(name -> !values.containsKey(name) && !named.contains(name))
        .forEach(name -> errors.add(REQUIRED.cell(row, name, "is required")));
    if (errors.isEmpty()) {
      errors.addAll(handler.check(new ImportRow(row, values)));
    }
    return new StagedRow(row, values, errors);
  }

  private Stream<String> required() {
    return all.values().stream().filter(ImportColumn::isRequired).map(ImportColumn::name).sorted();
  }

  private static Violation column(String name, String detail) {
    return new Violation(MALFORMED, "the column " + detail, null, null, null, quoted(name));
  }

  /** Quoted back storable and short. */
  static String quoted(String text) {
    String shown = KeyText.shown(text);
    return shown.length() > LONGEST_QUOTE ? shown.substring(0, LONGEST_QUOTE) + "…" : shown;
  }
}
