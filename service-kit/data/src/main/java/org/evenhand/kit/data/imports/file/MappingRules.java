package org.evenhand.kit.data.imports.file;

import static org.evenhand.kit.web.problem.ViolationCode.DUPLICATE;
import static org.evenhand.kit.web.problem.ViolationCode.MALFORMED;
import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;
import static org.evenhand.kit.web.problem.ViolationCode.UNKNOWN;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.kit.web.text.Texts;

/** Whether a mapping can make rows of one kind. */
public final class MappingRules {

  private final Map<String, ImportColumn> known;
  private final List<Violation> faults = new ArrayList<>();

  private MappingRules(List<ImportColumn> columns) {
    known =
        columns.stream()
            .collect(
                Collectors.toMap(
                    ImportColumn::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
  }

  /**
   * @param columns of the kind of file
   * @return what is wrong, by pointers into the mapping's JSON
   */
  public static List<Violation> faults(Mapping mapping, List<ImportColumn> columns) {
    return new MappingRules(columns).check(mapping.columns());
  }

  private List<Violation> check(List<Mapping.Part> parts) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < parts.size(); i++) {
      Mapping.Part part = parts.get(i);
      String pointer = "/columns/" + i;
      if (!seen.add(part.column())) {
        faults.add(DUPLICATE.at(pointer + "/column", "is mapped already"));
      }
      ImportColumn column = known.get(part.column());
      if (column == null) {
        faults.add(
            UNKNOWN.at(
                pointer + "/column", "is unknown; known are " + String.join(", ", known.keySet())));
      } else {
        check(pointer, part, column);
      }
    }
    known.values().stream()
        .filter(column -> column.isRequired() && !seen.contains(column.name()))
        .forEach(column -> faults.add(REQUIRED.at("/columns", "lack " + column.name())));
    return faults;
  }

  private void check(String pointer, Mapping.Part part, ImportColumn column) {
    if (part.source() == null && part.constant() == null) {
      faults.add(REQUIRED.at(pointer, "has neither a source nor a constant"));
    }
    if (part.source() == null && !part.values().isEmpty()) {
      faults.add(REQUIRED.at(pointer + "/source", "is missing; the values are those of a source"));
    }
    if (part.constant() != null) {
      check(pointer + "/constant", part.constant(), column);
    }
    part.values().forEach((from, to) -> check(pointer + "/values/" + escaped(from), to, column));
  }

  /** A text stands for a blank cell where it is mapped to nothing. */
  private void check(String pointer, String value, ImportColumn column) {
    if (!Texts.isBlank(value)) {
      column
          .fault(Texts.normal(value))
          .ifPresent(fault -> faults.add(MALFORMED.at(pointer, fault)));
    }
  }

  /** RFC 6901 */
  private static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }
}
