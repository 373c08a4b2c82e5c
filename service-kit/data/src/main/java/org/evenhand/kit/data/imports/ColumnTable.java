package org.evenhand.kit.data.imports;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenhand.kit.data.imports.file.ImportColumn;

/** The columns of a kind of file, for those who make such files. */
public final class ColumnTable {

  /**
   * The extension at a method that takes files: their kind in Java, their columns in the document.
   */
  public static final String EXTENSION = "x-import-columns";

  private ColumnTable() {}

  /** A table in Markdown. */
  public static String markdown(List<ImportColumn> columns) {
    return columns.stream()
        .map(
            column ->
                "| `%s` | %s | %s | %s |\n"
                    .formatted(
                        column.name(),
                        column.isRequired() ? "yes" : "no",
                        column.format(),
                        column.blank()))
        .collect(
            Collectors.joining(
                "",
                "| column | required | a cell holds | a blank cell |\n|---|---|---|---|\n",
                ""));
  }

  /** The same for programs. */
  static List<TreeMap<String, Object>> json(List<ImportColumn> columns) {
    return columns.stream()
        .map(
            column ->
                // In one order, because the document is compared as text
                new TreeMap<String, Object>(
                    Map.of(
                        "name", column.name(),
                        "required", column.isRequired(),
                        "format", column.format(),
                        "values", column.values(),
                        "blank", column.blank())))
        .toList();
  }
}
