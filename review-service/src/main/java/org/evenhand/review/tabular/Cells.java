package org.evenhand.review.tabular;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.evenhand.kit.web.Violation;

/**
 * The cells of one row, read one by one. What is wrong is collected instead of thrown, so that a
 * sender learns of all of it at once; what could not be read comes back empty.
 */
public final class Cells {

  /** Everything that could break a log line, a CSV or a cursor further on. */
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

  private final long row;
  private final Map<String, String> values;
  private final List<Violation> violations = new ArrayList<>();

  public Cells(long row, Map<String, String> values) {
    this.row = row;
    this.values = values;
  }

  /** The text without the blanks around it; empty if there is none. */
  public Optional<String> text(String column, int longest) {
    String text = values.getOrDefault(column, "").strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.length() > longest) {
      refuse(column, "is longer than " + longest + " characters");
      return Optional.empty();
    }
    if (CONTROL.matcher(text).find()) {
      refuse(column, "holds a control character");
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /** As {@link #text}, and refused when there is none. */
  public Optional<String> required(String column, int longest) {
    int before = violations.size();
    Optional<String> text = text(column, longest);
    if (text.isEmpty() && violations.size() == before) {
      refuse(column, "is empty");
    }
    return text;
  }

  public Optional<String> matching(String column, int longest, Pattern form, String wanted) {
    Optional<String> text = text(column, longest);
    if (text.isPresent() && !form.matcher(text.get()).matches()) {
      refuse(column, "is not " + wanted);
      return Optional.empty();
    }
    return text;
  }

  public <E extends Enum<E>> Optional<E> oneOf(String column, Class<E> type) {
    Optional<String> text = text(column, 100);
    Optional<E> found =
        text.flatMap(
            name ->
                Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.name().equals(name))
                    .findFirst());
    if (text.isPresent() && found.isEmpty()) {
      refuse(
          column,
          Arrays.stream(type.getEnumConstants())
              .map(Enum::name)
              .collect(Collectors.joining(", ", "is none of ", "")));
    }
    return found;
  }

  public Optional<LocalDate> date(String column) {
    Optional<String> text = required(column, 100);
    try {
      Optional<LocalDate> date = text.map(LocalDate::parse);
      if (date.isEmpty() || !(date.get().isBefore(EARLIEST) || date.get().isAfter(LATEST))) {
        return date;
      }
      refuse(column, "is not between 1900 and 2199");
    } catch (DateTimeParseException e) {
      refuse(column, "is not a date like 2026-11-22");
    }
    return Optional.empty();
  }

  /** A whole number within the bounds, both included. */
  public OptionalInt number(String column, int least, int greatest) {
    Optional<String> text = text(column, 100);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      int number = Integer.parseInt(text.get());
      if (number >= least && number <= greatest) {
        return OptionalInt.of(number);
      }
    } catch (NumberFormatException e) {
      refuse(column, "is not a whole number");
      return OptionalInt.empty();
    }
    refuse(column, "is not between " + least + " and " + greatest);
    return OptionalInt.empty();
  }

  /** Adds a refusal that the caller found itself. */
  public void refuse(String column, String detail) {
    violations.add(Violation.cell(row, column, detail));
  }

  public List<Violation> violations() {
    return List.copyOf(violations);
  }
}
