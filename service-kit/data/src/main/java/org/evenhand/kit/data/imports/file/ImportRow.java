package org.evenhand.kit.data.imports.file;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A row whose cells could be read, each in the one form of its {@link ImportColumn}.
 *
 * @param row 1 is the first row of data
 * @param values by column; a blank cell is absent
 */
public record ImportRow(long row, Map<String, String> values) {

  public Optional<String> text(String column) {
    return Optional.ofNullable(values.get(column));
  }

  /** Of a column that every row fills. */
  public String required(String column) {
    return text(column).orElseThrow(() -> new IllegalStateException(column + " is blank"));
  }

  public OptionalInt number(String column) {
    String text = values.get(column);
    return text == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
  }

  public Optional<LocalDate> date(String column) {
    return text(column).map(LocalDate::parse);
  }

  public <E extends Enum<E>> Optional<E> oneOf(String column, Class<E> type) {
    return text(column).map(name -> Enum.valueOf(type, name));
  }
}
