package org.evenhand.kit.data.imports.file;

import static org.evenhand.kit.web.problem.ViolationCode.DUPLICATE;
import static org.evenhand.kit.web.problem.ViolationCode.MALFORMED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ONE_OF;
import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;
import static org.evenhand.kit.web.problem.ViolationCode.SIZE;
import static org.evenhand.kit.web.problem.ViolationCode.UNKNOWN;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.kit.web.problem.ViolationCode;
import org.evenhand.kit.web.text.KeyText;
import org.evenhand.kit.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** Reads the cells and rows of one kind of file, as far as that needs no look at the database. */
public final class Columns implements RowForm {

  private static final int LONGEST_QUOTE = 60;

  private final Function<ImportRow, List<Violation>> rules;
  private final Map<String, ImportColumn> all = new LinkedHashMap<>();
  private final Map<String, String> standing = new HashMap<>();
  private final int maxCell;

  /**
   * @param rules what is wrong with a row whose cells are right, whatever else stands in the file
   * @param maxCell the longest cell, in characters
   */
  public Columns(
      List<ImportColumn> columns, Function<ImportRow, List<Violation>> rules, int maxCell) {
    this.rules = rules;
    columns.forEach(
        column -> {
          all.put(column.name(), column);
          column.standing().ifPresent(value -> standing.put(column.name(), value));
        });
    this.maxCell = maxCell;
  }

  List<ImportColumn> all() {
    return List.copyOf(all.values());
  }

  @Override
  public char separator() {
    return Mapping.Separator.COMMA.character();
  }

  @Override
  public boolean passesOver() {
    return false;
  }

  /** Refuses the file when its header names a column twice, an unknown one, or too few. */
  @Override
  public void checkHeader(List<String> header) {
    List<Violation> violations = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String name : header) {
      if (!seen.add(name)) {
        violations.add(violation(DUPLICATE, name, "is named twice"));
      } else if (!all.containsKey(name)) {
        violations.add(
            violation(UNKNOWN, name, "is unknown; known are " + String.join(", ", all.keySet())));
      }
    }
    required()
        .filter(name -> !seen.contains(name))
        .forEach(name -> violations.add(violation(REQUIRED, name, "is missing")));
    refuse(violations);
  }

  static void refuse(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw Problem.of(CommonProblem.MALFORMED_REQUEST, "The file's columns are not right")
          .with(violations);
    }
  }

  @Nullable ImportColumn find(String name) {
    return all.get(name);
  }

  @Override
  public List<ImportColumn> filledBy(String name) {
    ImportColumn column = all.get(name);
    return column == null ? List.of() : List.of(column);
  }

  boolean isTooLong(String text) {
    return text.length() > maxCell;
  }

  @Override
  public void cell(
      long row, String column, String text, Map<String, String> values, List<Violation> errors) {
    if (isTooLong(text)) {
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
      ViolationCode code = known.values().isEmpty() ? MALFORMED : NOT_ONE_OF;
      errors.add(code.cell(row, column, fault.get()));
    } else {
      values.put(column, normal);
    }
  }

  @Override
  public StagedRow complete(long row, Map<String, String> values, List<Violation> errors) {
    fill(standing, values, errors);
    required()
        .filter(name -> !values.containsKey(name) && !isWrong(name, errors))
        .forEach(name -> errors.add(REQUIRED.cell(row, name, "is required")));
    if (errors.isEmpty()) {
      errors.addAll(rules.apply(new ImportRow(row, values)));
    }
    return new StagedRow(row, values, errors);
  }

  /** Puts values into the columns of which the row says nothing, be it right or wrong. */
  static void fill(
      Map<String, String> standing, Map<String, String> values, List<Violation> errors) {
    standing.forEach(
        (column, value) -> {
          if (!isWrong(column, errors)) {
            values.putIfAbsent(column, value);
          }
        });
  }

  private static boolean isWrong(String column, List<Violation> errors) {
    return errors.stream().anyMatch(error -> column.equals(error.column()));
  }

  private Stream<String> required() {
    return all.values().stream().filter(ImportColumn::isRequired).map(ImportColumn::name).sorted();
  }

  /** Of a column as a whole. */
  static Violation violation(ViolationCode code, String name, String detail) {
    return new Violation(code, "the column " + detail, null, null, null, quoted(name));
  }

  /** Quoted back storable and short. */
  static String quoted(String text) {
    String shown = KeyText.shown(text);
    return shown.length() > LONGEST_QUOTE ? shown.substring(0, LONGEST_QUOTE) + "…" : shown;
  }
}
