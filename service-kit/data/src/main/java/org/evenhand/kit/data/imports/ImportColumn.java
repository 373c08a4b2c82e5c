package org.evenhand.kit.data.imports;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.evenhand.kit.web.text.Countries;
import org.evenhand.kit.web.text.KeyText;
import org.evenhand.kit.web.text.Texts;

/**
 * A column of a kind of file, and the one way in which its cells are read. A cell is read once,
 * when its file comes in; what is staged has one form, so that SQL over staged rows and Java over
 * {@link ImportRow} can't read it differently.
 */
public final class ImportColumn {

  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

  private final String name;
  private final boolean required;
  private final boolean numeric;
  private final Function<String, Optional<String>> fault;

  private ImportColumn(
      String name, boolean required, boolean numeric, Function<String, Optional<String>> fault) {
    this.name = name;
    this.required = required;
    this.numeric = numeric;
    this.fault = fault;
  }

  /** Words. */
  public static ImportColumn text(String name, int longest) {
    return new ImportColumn(
        name,
        false,
        false,
        text ->
            tooLong(text, longest)
                .or(() -> Texts.fault(text).map(shown -> "holds " + shown))
                .or(() -> lineBreak(text)));
  }

  /** A text by which something is known: nothing in it may be invisible. */
  public static ImportColumn key(String name, int longest) {
    return new ImportColumn(
        name,
        false,
        false,
        text ->
            tooLong(text, longest)
                .or(
                    () ->
                        KeyText.fault(text)
                            .map(fault -> fault + ": it is " + KeyText.shown(text))));
  }

  /** A key that no message may repeat. */
  public static ImportColumn confidential(String name, int longest) {
    return new ImportColumn(
        name, false, false, text -> tooLong(text, longest).or(() -> KeyText.fault(text)));
  }

  /** A whole number within the bounds, both included. */
  public static ImportColumn number(String name, int least, int greatest) {
    return new ImportColumn(
        name,
        false,
        true,
        text -> {
          if (!NUMBER.matcher(text).matches()) {
            return refused(text, "a whole number in plain digits, such as 3");
          }
          int number = Integer.parseInt(text);
          return number >= least && number <= greatest
              ? Optional.empty()
              : Optional.of("is not between " + least + " and " + greatest);
        });
  }

  public static ImportColumn date(String name) {
    return new ImportColumn(name, false, false, ImportColumn::dateFault);
  }

  /** One of the names of the type's constants. */
  public static <E extends Enum<E>> ImportColumn oneOf(String name, Class<E> type) {
    List<String> names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    return new ImportColumn(
        name,
        false,
        false,
        text ->
            names.contains(text)
                ? Optional.empty()
                : refused(text, "one of " + String.join(", ", names)));
  }

  /** A country of ISO 3166-1 alpha-2. */
  public static ImportColumn country(String name) {
    return new ImportColumn(name, false, false, Countries::fault);
  }

  /** This column, which the header must name and every row must fill. */
  public ImportColumn required() {
    return new ImportColumn(name, true, numeric, fault);
  }

  /** This column, whose cells also have this form. */
  public ImportColumn like(Pattern form, String wanted) {
    return new ImportColumn(
        name,
        required,
        numeric,
        text ->
            fault
                .apply(text)
                .or(
                    () ->
                        form.matcher(text).matches()
                            ? Optional.empty()
                            : Optional.of("is not " + wanted)));
  }

  public String name() {
    return name;
  }

  public boolean isRequired() {
    return required;
  }

  /** Whether a cell may be a number where the file can tell numbers from texts. */
  public boolean isNumeric() {
    return numeric;
  }

  /** What is wrong with a cell that isn't blank, in the form in which texts are kept. */
  public Optional<String> fault(String text) {
    return fault.apply(text);
  }

  private static Optional<String> dateFault(String text) {
    try {
      if (!DATE.matcher(text).matches()) {
        return refused(text, "a date like 2026-11-22");
      }
      LocalDate date = LocalDate.parse(text);
      return date.isBefore(EARLIEST) || date.isAfter(LATEST)
          ? Optional.of("is not between 1900 and 2199")
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.of("is not a day of the calendar");
    }
  }

  private static Optional<String> tooLong(String text, int longest) {
    return text.length() > longest
        ? Optional.of("is longer than " + longest + " characters")
        : Optional.empty();
  }

  /** A cell is one line: more would break a log line or a CSV further on. */
  private static Optional<String> lineBreak(String text) {
    return text.codePoints()
        .filter(
            codePoint ->
                Character.isISOControl(codePoint) || codePoint == 0x2028 || codePoint == 0x2029)
        .mapToObj(codePoint -> "holds a line break or a tab, " + Texts.shown(codePoint))
        .findFirst();
  }

  /** What looks right and isn't shows what it is: a foreign digit or a character unseen. */
  private static Optional<String> refused(String text, String wanted) {
    String shown = KeyText.shown(text);
    return Optional.of(
        "is not "
            + wanted
            + (shown.equals(text) || shown.length() > 100 ? "" : ": it holds " + shown));
  }
}
