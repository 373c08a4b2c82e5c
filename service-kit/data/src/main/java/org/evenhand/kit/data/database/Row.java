package org.evenhand.kit.data.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.BiFunction;
import org.evenhand.kit.data.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A row that native SQL selected. Columns are read by name, so their order doesn't matter. A
 * missing name, a null and another type are faults of the program; they fail with an {@link
 * IllegalStateException} that names the column and never its value.
 */
public final class Row {

  private final Tuple columns;

  Row(Tuple columns) {
    this.columns = columns;
  }

  /** Of a column that may be null: {@code row.orNull("manager_id", Row::uuid)}. */
  public <T> @Nullable T orNull(String column, BiFunction<Row, String, T> read) {
    return raw(column) == null ? null : read.apply(this, column);
  }

  public UUID uuid(String column) {
    return as(column, UUID.class);
  }

  public String text(String column) {
    return as(column, String.class);
  }

  public <E extends Enum<E>> E constant(String column, Class<E> type) {
    return Enum.valueOf(type, text(column));
  }

  public boolean flag(String column) {
    return as(column, Boolean.class);
  }

  public int integer(String column) {
    return Math.toIntExact(bigint(column));
  }

  /** Also for sums, which PostgreSQL returns as numeric. */
  public long bigint(String column) {
    Number number = as(column, Number.class);
    return number instanceof Long exact
        ? exact
        : new BigDecimal(number.toString()).longValueExact();
  }

  public double number(String column) {
    return as(column, Number.class).doubleValue();
  }

  public LocalDate day(String column) {
    return as(column, LocalDate.class);
  }

  public Instant instant(String column) {
    return value(column) instanceof Instant instant
        ? instant
        : as(column, OffsetDateTime.class).toInstant();
  }

  /** The column has to be cast to text, because the driver has types of its own for jsonb. */
  public <T> T json(String column, Class<T> type) {
    try {
      return Json.mapper().readValue(text(column), type);
    } catch (JsonProcessingException e) {
      throw unreadable(column, e);
    }
  }

  public <T> T json(String column, TypeReference<T> type) {
    try {
      return Json.mapper().readValue(text(column), type);
    } catch (JsonProcessingException e) {
      throw unreadable(column, e);
    }
  }

  private <T> T as(String column, Class<T> type) {
    Object value = value(column);
    if (!type.isInstance(value)) {
      throw new IllegalStateException(
          "column %s is a %s, not a %s"
              .formatted(column, value.getClass().getSimpleName(), type.getSimpleName()));
    }
    return type.cast(value);
  }

  private Object value(String column) {
    Object value = raw(column);
    if (value == null) {
      throw new IllegalStateException("column " + column + " is null");
    }
    return value;
  }

  private @Nullable Object raw(String column) {
    try {
      return columns.get(column);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("no column of the row is named " + column, e);
    }
  }

  private static IllegalStateException unreadable(String column, JsonProcessingException e) {
    return new IllegalStateException("column " + column + " holds other JSON", e);
  }
}
