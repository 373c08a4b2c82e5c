package org.evenhand.kit.data.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.Database;
import org.evenhand.kit.data.testapp.Thing;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TokenResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
class JsonColumnsTest {

  @Inject Database database;

  @Test
  void aListOfRecordsIsStoredAsAnArrayAndReadBack() {
    Thing thing =
        new Thing(
            UUID.randomUUID(),
            "cupboard",
            List.of(new Thing.Part("door", LocalDate.of(2026, 11, 22), 2)),
            new Thing.Part("key", LocalDate.of(2026, 11, 23), 1));
    database.inTransaction(session -> session.persist(thing));

    assertEquals(
        "[{\"on\": \"2026-11-22\", \"label\": \"door\", \"weight\": 2.0}]",
        database.rows("select parts::text from thing where id = ?", thing.id()).get(0).get(0));
    Thing read = database.inTransaction(session -> session.find(Thing.class, thing.id()));
    assertEquals(thing.parts(), read.parts());
    assertEquals(thing.spare(), read.spare());
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        1.7e-75,
        1.2345678901234567e-300,
        Double.MIN_VALUE,
        Double.MIN_NORMAL,
        Double.MAX_VALUE,
        -1.2345678901234567e300,
        0.1
      })
  void everyNumberComesBackAsItWas(double number) {
    Thing thing =
        new Thing(
            UUID.randomUUID(),
            "scales",
            List.of(new Thing.Part("pan", LocalDate.EPOCH, number)),
            new Thing.Part("pan", LocalDate.EPOCH, number));
    database.inTransaction(session -> session.persist(thing));

    Thing read = database.inTransaction(session -> session.find(Thing.class, thing.id()));
    assertEquals(number, read.parts().get(0).weight());
    assertEquals(number, read.spare().weight());
  }

  @Test
  void aChangedListRaisesTheVersion() {
    Thing thing = new Thing(UUID.randomUUID(), "shelf", List.of(), null);
    database.inTransaction(session -> session.persist(thing));

    database.inTransaction(
        session ->
            session
                .find(Thing.class, thing.id())
                .invoke(found -> found.add(new Thing.Part("board", LocalDate.EPOCH, 3))));

    Thing read = database.inTransaction(session -> session.find(Thing.class, thing.id()));
    assertEquals(1, read.parts().size());
    assertEquals(1, read.version());
  }

  @Test
  void readingWithoutChangingLeavesTheVersion() {
    Thing thing =
        new Thing(
            UUID.randomUUID(), "box", List.of(new Thing.Part("lid", LocalDate.EPOCH, 1)), null);
    database.inTransaction(session -> session.persist(thing));

    database.inTransaction(session -> session.find(Thing.class, thing.id()));

    Thing read = database.inTransaction(session -> session.find(Thing.class, thing.id()));
    assertEquals(0, read.version());
  }
}
