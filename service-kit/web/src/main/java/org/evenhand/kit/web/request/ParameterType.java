package org.evenhand.kit.web.request;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.ViolationCode;
import org.evenhand.kit.web.time.Rfc3339;

/** How a parameter of one type is read, and what to call it when it can't be. */
record ParameterType(ViolationCode code, String expected, Function<String, Object> reader) {

  private ParameterType(String expected, Function<String, Object> reader) {
    this(ViolationCode.MALFORMED, expected, reader);
  }

  private static final ParameterType BOOLEAN =
      new ParameterType("true or false", ParameterType::bool);
  private static final ParameterType INT = new ParameterType("a whole number", Integer::valueOf);
  private static final ParameterType LONG = new ParameterType("a whole number", Long::valueOf);

  private static final Map<Class<?>, ParameterType> TYPES =
      Map.ofEntries(
          Map.entry(boolean.class, BOOLEAN),
          Map.entry(Boolean.class, BOOLEAN),
          Map.entry(int.class, INT),
          Map.entry(Integer.class, INT),
          Map.entry(long.class, LONG),
          Map.entry(Long.class, LONG),
          Map.entry(Cursor.class, new ParameterType("a cursor of this list", Cursor::decode)),
          Map.entry(
              PageRequest.Limit.class,
              new ParameterType("a whole number", PageRequest.Limit::parse)),
          Map.entry(UUID.class, new ParameterType("a UUID", ParameterType::uuid)),
          Map.entry(
              Instant.class,
              new ParameterType(
                  "a time in UTC, for example 2026-03-01T09:00:00Z", Rfc3339::instant)),
          Map.entry(
              LocalDate.class, new ParameterType("a date, for example 2026-03-01", Rfc3339::date)));

  static Optional<ParameterType> of(Class<?> type) {
    return type.isEnum()
        ? Optional.of(enumeration(type.asSubclass(Enum.class).getEnumConstants()))
        : Optional.ofNullable(TYPES.get(type));
  }

  /**
   * @throws IllegalArgumentException when the text isn't of this type
   */
  Object read(String text) {
    try {
      return reader.apply(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Object bool(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException();
    };
  }

  /** {@code UUID.fromString} takes "1-1-1-1-1" as well. */
  private static Object uuid(String text) {
    UUID id = UUID.fromString(text);
    if (!id.toString().equalsIgnoreCase(text)) {
      throw new IllegalArgumentException();
    }
    return id;
  }

  /** An enum whose words are others than its names says them as {@code toString}. */
  private static ParameterType enumeration(Enum<?>[] constants) {
    Map<String, Object> byName =
        Arrays.stream(constants).collect(Collectors.toMap(Enum::toString, Function.identity()));
    String names = Arrays.stream(constants).map(Enum::toString).collect(Collectors.joining(", "));
    return new ParameterType(
        ViolationCode.NOT_ONE_OF,
        "one of " + names,
        text -> Optional.ofNullable(byName.get(text)).orElseThrow(IllegalArgumentException::new));
  }
}
