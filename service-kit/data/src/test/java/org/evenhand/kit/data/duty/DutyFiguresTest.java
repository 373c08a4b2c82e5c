package org.evenhand.kit.data.duty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.evenhand.kit.data.Database;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.kit.data.quarter.Quarter;
import org.evenhand.kit.data.quarter.QuarterFigures;
import org.evenhand.kit.data.quarter.ToldQuarter;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TokenResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How duties were done, as it leaves a service: numbers, and of nobody alone. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
class DutyFiguresTest {

  private static final String IN_TIME = "'DONE', '2015-02-01'";
  private static final String LATE = "'DONE', '2015-03-01'";
  private static final String WAIVED = "'WAIVED', '2015-02-01'";
  private static final String LAPSED = "'LAPSED', '2015-02-01'";
  private static final String OPEN = "'ESCALATED', null";

  @Inject @All List<QuarterFigures> figures;
  @Inject Database database;

  @BeforeEach
  void nobodyOwesAnything() {
    for (String table : List.of("duty", "colleague")) {
      database.execute("delete from " + table);
    }
  }

  @Test
  void aUnitIsToldWithWhatWasDoneInTimeLateWaivedAndMissed() {
    List<UUID> north = work("north", 6);
    north.forEach(person -> owes("MANAGER", person, IN_TIME));
    owes("MANAGER", north.get(0), LATE);
    owes("MANAGER", north.get(0), OPEN);
    owes("MANAGER", north.get(1), WAIVED);

    assertEquals(
        "[" + unit("MANAGER", "north", 6, 3, 9, 6, 1, 1, 1) + "]", told("REPORT", "2015-Q1"));
  }

  @Test
  void whatHasLapsedOrIsDueInAnotherQuarterIsNotCounted() {
    for (UUID person : work("north", 5)) {
      owes("MANAGER", person, IN_TIME);
      owes("MANAGER", person, LAPSED);
    }

    assertEquals(
        "[" + unit("MANAGER", "north", 5, 1, 5, 5, 0, 0, 0) + "]", told("REPORT", "2015-Q1"));
    assertEquals("[]", told("REPORT", "2014-Q4"));
    assertEquals("[]", told("REPORT", "2015-Q2"));
  }

  @Test
  void whatIsOfAQuarterIsCountedInItAlthoughItIsDueInTheNextOne() {
    for (UUID person : work("north", 5)) {
      duty("REPORT", "MANAGER", "'" + person + "'", "2015-05-31", IN_TIME);
    }

    assertEquals("[]", told("REPORT", "2015-Q1"));
    assertEquals(
        "[" + unit("MANAGER", "north", 5, 1, 5, 5, 0, 0, 0) + "]", told("REPORT", "2015-Q2"));
  }

  @Test
  void unitsOfFewerThanFiveHoldersAreToldTogetherWithoutTheirNames() {
    work("north", 5).forEach(person -> owes("MANAGER", person, IN_TIME));
    work("east", 2).forEach(person -> owes("MANAGER", person, LATE));
    work("west", 2).forEach(person -> owes("MANAGER", person, OPEN));
    work(null, 1).forEach(person -> owes("MANAGER", person, OPEN));

    assertEquals(
        "["
            + unit("MANAGER", "north", 5, 1, 5, 5, 0, 0, 0)
            + ","
            + unit("MANAGER", null, 5, 1, 5, 0, 2, 0, 3)
            + "]",
        told("REPORT", "2015-Q1"));
  }

  @Test
  void whereTheSmallOnesAreFewerThanFiveTogetherTheNextOneJoinsThem() {
    work("north", 6).forEach(person -> owes("MANAGER", person, IN_TIME));
    work("south", 5).forEach(person -> owes("MANAGER", person, IN_TIME));
    work("east", 1).forEach(person -> owes("MANAGER", person, LATE));

    assertEquals(
        "["
            + unit("MANAGER", "north", 6, 1, 6, 6, 0, 0, 0)
            + ","
            + unit("MANAGER", null, 6, 1, 6, 5, 1, 0, 0)
            + "]",
        told("REPORT", "2015-Q1"));
  }

  @Test
  void ofFewerThanFiveHoldersInAllNothingIsTold() {
    work("north", 4).forEach(person -> owes("MANAGER", person, IN_TIME));

    assertEquals("[]", told("REPORT", "2015-Q1"));
  }

  @Test
  void sidesAreToldApartEachWithItsOwnHolders() {
    List<UUID> north = work("north", 5);
    north.forEach(person -> owes("MANAGER", person, IN_TIME));
    north.subList(0, 4).forEach(person -> owes("EMPLOYEE", person, LATE));

    assertEquals(
        "[" + unit("MANAGER", "north", 5, 1, 5, 5, 0, 0, 0) + "]", told("REPORT", "2015-Q1"));
  }

  @Test
  void whatARoleOwesCountsForWhoeverHasDoneItAndElseForNobody() {
    for (UUID person : work("hr", 5)) {
      roleOwes(person.toString(), IN_TIME);
    }
    roleOwes("open", OPEN);
    roleOwes("waived", WAIVED);

    assertEquals(
        "["
            + unit("HR", "hr", 5, 1, 5, 5, 0, 0, 0)
            + ","
            + unit("HR", null, 0, 0, 2, 0, 0, 1, 1)
            + "]",
        told("DECISION", "2015-Q1"));
  }

  @Test
  void noIdIsTold() {
    work("north", 9).forEach(person -> owes("MANAGER", person, IN_TIME));

    assertFalse(told("REPORT", "2015-Q1").matches("(?s).*[0-9a-f]{8}-[0-9a-f]{4}-.*"));
  }

  @Test
  void manyUnitsAreToldInPartsOfFiveHundred() {
    database.execute(
        """
        insert into colleague (id, external_id, org_unit)
        select gen_random_uuid(), 'many-' || n, 'unit-' || n / 5 from generate_series(0, 2504) n
        """);
    database.execute(
        """
        insert into duty (id, version, kind, side, subject, part, holder_id, since, due_on, due_at,
          state, step)
        select gen_random_uuid(), 0, 'REPORT', 'MANAGER', gen_random_uuid(), '', id, now(),
          '2015-02-10', '2015-02-11', 'OVERDUE', 0
        from colleague
        """);

    List<OutboxEvent> events = events("REPORT", "2015-Q1");

    assertEquals(List.of(1L, 2L), events.stream().map(OutboxEvent::sequence).toList());
    assertEquals(List.of(500, 1), events.stream().map(event -> units(event).size()).toList());
  }

  private List<UUID> work(String unit, int people) {
    return IntStream.range(0, people)
        .mapToObj(
            i -> {
              UUID id = UUID.randomUUID();
              database.execute(
                  "insert into colleague (id, external_id, org_unit) values (?, ?, ?)",
                  id,
                  id.toString(),
                  unit);
              return id;
            })
        .toList();
  }

  private void owes(String side, UUID person, String course) {
    duty("REPORT", side, "'" + person + "'", "", course);
  }

  private void roleOwes(String doer, String course) {
    duty("DECISION", "HR", "null", doer, course);
  }

  private void duty(String kind, String side, String holder, String part, String course) {
    database.execute(
        """
        insert into duty (id, version, kind, side, subject, part, holder_id, since, due_on, due_at,
          step, state, closed_at)
        values (gen_random_uuid(), 0, '%s', '%s', gen_random_uuid(), '%s', %s, now(), '2015-02-10',
          '2015-02-11', 0, %s)
        """
            .formatted(kind, side, part, holder, course));
  }

  private String told(String kind, String quarter) {
    List<OutboxEvent> events = events(kind, quarter);
    assertEquals(1, events.size());
    return units(events.get(0)).toString();
  }

  private List<OutboxEvent> events(String kind, String quarter) {
    String figure = "duties " + kind;
    QuarterFigures source =
        figures.stream().filter(each -> each.names().contains(figure)).findFirst().orElseThrow();
    return database.inTransaction(
        session ->
            source.of(session, new ToldQuarter(UUID.randomUUID(), figure, Quarter.of(quarter))));
  }

  private static JsonNode units(OutboxEvent event) {
    return Json.mapper().valueToTree(Objects.requireNonNull(event.data())).path("units");
  }

  private static String unit(
      String side,
      String unit,
      int holders,
      int most,
      int owed,
      int inTime,
      int late,
      int waived,
      int open) {
    return "{\"holders\":%d,\"inTime\":%d,\"late\":%d,\"most\":%d,\"open\":%d,\"owed\":%d,\"side\":\"%s\"%s,\"waived\":%d}"
        .formatted(
            holders,
            inTime,
            late,
            most,
            open,
            owed,
            side,
            unit == null ? "" : ",\"unit\":\"%s\"".formatted(unit),
            waived);
  }
}
