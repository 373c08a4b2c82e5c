package org.evenhand.kit.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TokenResource;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
class RowsTest {

  private static final String ALL =
      """
      select cast('0193a1b2-0000-7000-8000-000000000001' as uuid) as id, 'a' as word,
        cast(7 as smallint) as small, cast(3000000000 as bigint) as large,
        cast(12 as numeric) as total, cast(1.5 as double precision) as share, true as known,
        date '2026-11-28' as day, timestamptz '2026-11-28 12:00:00+02' as at,
        cast(jsonb '{"a": [1]}' as text) as content,
        cast(null as uuid) as nobody, 'SECONDS' as unit
      """;

  private final TypeReference<Map<String, List<Integer>>> content = new TypeReference<>() {};

  @Inject Database database;

  @Test
  void aColumnIsReadByItsNameWhateverItsPlace() {
    List<Object> read =
        one(
            row ->
                List.of(
                    row.uuid("id"),
                    row.text("word"),
                    row.integer("small"),
                    row.bigint("large"),
                    row.integer("total"),
                    row.number("share"),
                    row.flag("known"),
                    row.day("day"),
                    row.instant("at"),
                    row.json("content", content),
                    row.constant("unit", TimeUnit.class),
                    Optional.ofNullable(row.orNull("nobody", Row::uuid)),
                    Optional.ofNullable(row.orNull("word", Row::text))));

    assertEquals(
        List.of(
            UUID.fromString("0193a1b2-0000-7000-8000-000000000001"),
            "a",
            7,
            3_000_000_000L,
            12,
            1.5,
            true,
            LocalDate.of(2026, 11, 28),
            Instant.parse("2026-11-28T10:00:00Z"),
            Map.of("a", List.of(1)),
            TimeUnit.SECONDS,
            Optional.empty(),
            Optional.of("a")),
        read);
  }

  @Test
  void aNameThatIsNotThereIsToldAndNoNull() {
    assertEquals("no column of the row is named nmae", failure(row -> row.text("nmae")));
    assertEquals(
        "no column of the row is named nmae",
        failure(row -> Optional.ofNullable(row.orNull("nmae", Row::text))));
  }

  @Test
  void aNullOrAnotherTypeIsToldWithoutTheValue() {
    assertEquals("column nobody is null", failure(row -> row.uuid("nobody")));
    assertEquals("column word is a String, not a UUID", failure(row -> row.uuid("word")));
    assertThrows(ArithmeticException.class, () -> one(row -> row.integer("large")));
    assertThrows(ArithmeticException.class, () -> one(row -> row.bigint("share")));
    assertEquals("column word holds other JSON", failure(row -> row.json("word", content)));
  }

  @Test
  void rowsComeInTheirOrderAndNoMoreThanAskedFor() {
    String numbers = "select n from generate_series(1, :most) as s (n) order by n desc";

    assertEquals(
        List.of(5, 4),
        in(
            session ->
                Rows.of(session, numbers).bind("most", 5).limit(2).list(row -> row.integer("n"))));
    boolean some = in(session -> Rows.of(session, numbers).bind("most", 5).any());
    boolean none = in(session -> Rows.of(session, numbers).bind("most", 0).any());
    assertTrue(some);
    assertFalse(none);
    assertEquals(
        Optional.empty(),
        in(
            session ->
                Rows.of(session, numbers).bind("most", 0).atMostOne(row -> row.integer("n"))));
  }

  private <T> T one(Function<Row, T> reader) {
    return in(session -> Rows.of(session, ALL).one(reader));
  }

  private String failure(Function<Row, ?> reader) {
    return String.valueOf(
        assertThrows(IllegalStateException.class, () -> one(reader)).getMessage());
  }

  private <T> T in(Function<Mutiny.Session, Uni<T>> work) {
    return database.inTransaction(work);
  }
}
