package org.evenhand.local.company;

import java.util.Map;
import org.evenhand.local.process.Trouble;
import org.jspecify.annotations.Nullable;

/** One row of a CSV file, its cells by the name of their column. */
public record CsvRow(Map<String, String> cells) {
  /** The cell, perhaps empty; {@link Trouble} when the file has no such column. */
  public String get(String column) {
    @Nullable String cell = cells.get(column);
    if (cell == null) {
      throw new Trouble("A CSV file has no column " + column + ", only " + cells.keySet());
    }
    return cell;
  }
}
