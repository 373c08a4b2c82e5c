package org.evenhand.kit.web.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Names a Java type as a client knows it. Never a class name. */
final class Expected {

  private static final Map<Class<?>, String> NAMES =
      Map.ofEntries(
          Map.entry(String.class, "a text"),
          Map.entry(boolean.class, "true or false"),
          Map.entry(Boolean.class, "true or false"),
          Map.entry(int.class, "a whole number"),
          Map.entry(Integer.class, "a whole number"),
          Map.entry(long.class, "a whole number"),
          Map.entry(Long.class, "a whole number"),
          Map.entry(short.class, "a whole number"),
          Map.entry(Short.class, "a whole number"),
          Map.entry(double.class, "a number"),
          Map.entry(Double.class, "a number"),
          Map.entry(float.class, "a number"),
          Map.entry(Float.class, "a number"),
          Map.entry(java.math.BigDecimal.class, "a number"),
          Map.entry(java.math.BigInteger.class, "a whole number"),
          Map.entry(UUID.class, "a UUID"),
          Map.entry(Instant.class, "a time in UTC, for example 2026-03-01T09:00:00Z"),
          Map.entry(OffsetDateTime.class, "a time, for example 2026-03-01T09:00:00Z"),
          Map.entry(LocalDate.class, "a date, for example 2026-03-01"));

  private Expected() {}

  static String of(Class<?> type) {
    String name = NAMES.get(type);
    if (name != null) {
      return name;
    }
    if (type.isEnum()) {
      return "one of " + names(type.asSubclass(Enum.class).getEnumConstants());
    }
    if (type.isArray() || Collection.class.isAssignableFrom(type)) {
      return "an array";
    }
    return type.isRecord() || Map.class.isAssignableFrom(type) ? "an object" : "another value";
  }

  private static String names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", "));
  }
}
