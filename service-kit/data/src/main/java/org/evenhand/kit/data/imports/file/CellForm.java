package org.evenhand.kit.data.imports.file;

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
 * How the cells of a column are written.
 *
 * @param words for people who make such a file
 * @param values all that there are, where they are few
 * @param fault what is wrong with a text
 */
record CellForm(
    Kind kind, String words, List<String> values, Function<String, Optional<String>> fault) {

  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

  /** What a file, or a mapping, may know of a cell beside its text. */
  enum Kind {
    TEXT,
    NUMBER,
    DATE
  }

  static CellForm text(int longest) {
    return of(
        Kind.TEXT,
        "words, at most " + longest + " characters",
        text ->
            tooLong(text, longest)
                .or(() -> Texts.fault(text).map(shown -> "holds " + shown))
                .or(() -> lineBreak(text)));
  }

  static CellForm key(int longest) {
    return of(
        Kind.TEXT,
        keyWords(longest),
        text ->
            tooLong(text, longest)
                .or(
                    () ->
                        KeyText.fault(text)
                            .map(fault -> fault + ": it is " + KeyText.shown(text))));
  }

  static CellForm confidential(int longest) {
    return of(
        Kind.TEXT, keyWords(longest), text -> tooLong(text, longest).or(() -> KeyText.fault(text)));
  }

  static CellForm number(int least, int greatest) {
    return of(
        Kind.NUMBER,
        "a whole number from " + least + " to " + greatest,
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

  static CellForm date() {
    return of(Kind.DATE, "a date like 2026-11-22", CellForm::dateFault);
  }

  static <E extends Enum<E>> CellForm oneOf(Class<E> type) {
    List<String> names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    String words = "one of " + String.join(", ", names);
    return new CellForm(
        Kind.TEXT,
        words,
        names,
        text -> names.contains(text) ? Optional.empty() : refused(text, words));
  }

  static CellForm country() {
    return of(Kind.TEXT, "a country of ISO 3166-1 alpha-2, such as NL", Countries::fault);
  }

  CellForm like(Pattern wanted, String called) {
    return new CellForm(
        kind,
        called + ": " + words,
        values,
        text ->
            fault
                .apply(text)
                .or(
                    () ->
                        wanted.matcher(text).matches()
                            ? Optional.empty()
                            : Optional.of("is not " + called)));
  }

  private static CellForm of(Kind kind, String words, Function<String, Optional<String>> fault) {
    return new CellForm(kind, words, List.of(), fault);
  }

  private static String keyWords(int longest) {
    return "a key, at most " + longest + " characters, each of them visible";
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
