package org.evenhand.kit.data.imports.file;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Days in the form in which another system writes them. */
public final class MappedDates {

  /**
   * A year, a month and a day in any usual order. Without anything between them each has its full
   * width, or 1112026 would be two days.
   */
  public static final String FORMAT =
      "^(?:yyyyMMdd|ddMMyyyy|MMddyyyy|yyyy[-./ ]M{1,3}[-./ ]d{1,2}|d{1,2}[-./ ]M{1,3}[-./ ]yyyy"
          + "|M{1,3}[-./ ]d{1,2}[-./ ]yyyy)$";

  private static final LocalDate EXAMPLE = LocalDate.of(2026, 11, 22);

  private final @Nullable DateTimeFormatter format;

  MappedDates(@Nullable String format) {
    this.format =
        format == null
            ? null
            : DateTimeFormatter.ofPattern(format.replace("yyyy", "uuuu"), Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
  }

  /** The day in our form; empty when it is none. */
  Optional<String> read(String text) {
    if (format == null) {
      return Optional.of(text);
    }
    try {
      return Optional.of(LocalDate.parse(text, format).toString());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** How a day has to be written. */
  String example() {
    return format == null ? EXAMPLE.toString() : EXAMPLE.format(format);
  }
}
