package org.evenhand.kit.data.imports.file;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a file is read that another system makes in its own form. Columns that no part of it names
 * are passed over.
 *
 * @param dateFormat of all columns that hold days, in the letters of {@link MappedDates}; null for
 *     ours
 */
public record Mapping(Separator separator, @Nullable String dateFormat, List<Part> columns) {

  /** What stands between two cells of a line. */
  public enum Separator {
    COMMA(','),
    SEMICOLON(';'),
    TAB('\t');

    private final char character;

    Separator(char character) {
      this.character = character;
    }

    char character() {
      return character;
    }
  }

  /**
   * Where one of our columns comes from.
   *
   * @param source the column of the file
   * @param constant what our column holds where the source's cell is blank, or there is no source
   * @param values what each text of the source stands for; without any the text stands for itself
   */
  public record Part(
      String column,
      @Nullable String source,
      @Nullable String constant,
      Map<String, String> values) {}
}
