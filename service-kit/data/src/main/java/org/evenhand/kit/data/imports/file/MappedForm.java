package org.evenhand.kit.data.imports.file;

import static org.evenhand.kit.web.problem.ViolationCode.DUPLICATE;
import static org.evenhand.kit.web.problem.ViolationCode.MALFORMED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ONE_OF;
import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.kit.web.text.Texts;

/** Reads a file in another system's form. What is wrong is said of our column and of its source. */
public final class MappedForm implements RowForm {

  private static final int NAMED = 20;

  private final Columns columns;
  private final Mapping mapping;
  private final MappedDates dates;
  private final Map<String, List<Target>> targets = new LinkedHashMap<>();
  private final Map<String, String> constants = new HashMap<>();

  /** One of our columns, and what the texts of its source stand for. */
  private record Target(String source, ImportColumn column, Map<String, String> values) {}

  /**
   * @throws Problem when the mapping doesn't fit the columns, which may have changed since it was
   *     made
   */
  public MappedForm(Columns columns, Mapping mapping) {
    List<Violation> faults = MappingRules.faults(mapping, columns.all());
    if (!faults.isEmpty()) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "The mapping does not fit this kind of file")
          .with(faults);
    }
    this.columns = columns;
    this.mapping = mapping;
    this.dates = new MappedDates(mapping.dateFormat());
    mapping.columns().forEach(this::take);
  }

  private void take(Mapping.Part part) {
    if (part.constant() != null && !Texts.isBlank(part.constant())) {
      constants.put(part.column(), Texts.normal(part.constant()));
    }
    if (part.source() != null) {
      String source = Texts.normal(part.source());
      Map<String, String> values =
          part.values().entrySet().stream()
              .collect(
                  Collectors.toMap(
                      each -> Texts.normal(each.getKey()),
                      each -> Texts.normal(each.getValue()),
                      (a, b) -> b,
                      LinkedHashMap::new));
      ImportColumn column = Objects.requireNonNull(columns.find(part.column()));
      targets
          .computeIfAbsent(source, name -> new ArrayList<>())
          .add(new Target(source, column, values));
    }
  }

  @Override
  public char separator() {
    return mapping.separator().character();
  }

  @Override
  public void checkHeader(List<String> header) {
    List<Violation> violations = new ArrayList<>();
    targets.forEach(
        (source, filled) -> {
          int times = Collections.frequency(header, source);
          if (times == 0) {
            violations.add(Columns.violation(REQUIRED, source, missing(filled)));
          } else if (times > 1) {
            violations.add(Columns.violation(DUPLICATE, source, "is named twice"));
          }
        });
    Columns.refuse(violations);
  }

  @Override
  public List<ImportColumn> filledBy(String name) {
    return targets.getOrDefault(name, List.of()).stream().map(Target::column).toList();
  }

  @Override
  public boolean passesOver() {
    return true;
  }

  @Override
  public void cell(
      long row, String name, String text, Map<String, String> values, List<Violation> errors) {
    for (Target target : targets.getOrDefault(name, List.of())) {
      String column = target.column().name();
      if (Texts.isBlank(text) || columns.isTooLong(text)) {
        columns.cell(row, column, text, values, errors);
        continue;
      }
      String told = Texts.normal(text);
      String meant = target.values().isEmpty() ? told : target.values().get(told);
      if (meant == null) {
        errors.add(NOT_ONE_OF.cell(row, column, noEntry(target, told)));
        continue;
      }
      // What a table says is in our form already.
      String read =
          target.column().isDate() && target.values().isEmpty()
              ? dates.read(meant).orElse(null)
              : meant;
      if (read == null) {
        errors.add(
            MALFORMED.cell(
                row,
                column,
                "comes from %s, which is not a date like %s"
                    .formatted(Columns.quoted(target.source()), dates.example())));
      } else {
        columns.cell(row, column, read, values, errors);
      }
    }
  }

  @Override
  public StagedRow complete(long row, Map<String, String> values, List<Violation> errors) {
    Columns.fill(constants, values, errors);
    return columns.complete(row, values, errors);
  }

  private static String missing(List<Target> filled) {
    return "is missing; the mapping takes from it "
        + filled.stream().map(target -> target.column().name()).collect(Collectors.joining(", "));
  }

  private static String noEntry(Target target, String told) {
    String known = target.values().keySet().stream().limit(NAMED).collect(Collectors.joining(", "));
    int more = target.values().size() - NAMED;
    return "comes from %s, which holds %s; the mapping knows %s%s"
        .formatted(
            Columns.quoted(target.source()),
            Columns.quoted(told),
            known,
            more > 0 ? " and " + more + " more" : "");
  }
}
