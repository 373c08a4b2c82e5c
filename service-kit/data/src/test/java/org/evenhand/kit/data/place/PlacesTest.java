package org.evenhand.kit.data.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.Database;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TokenResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
class PlacesTest {

  private static final LocalDate EPIPHANY = LocalDate.of(2026, 1, 6);

  @Inject Places places;
  @Inject Database database;

  private final String munich = "Munich " + UUID.randomUUID();
  private final String berlin = "Berlin's " + UUID.randomUUID();

  @Test
  void severalPlacesAreReadTogetherAndAnUnknownOneIsAmongThem() {
    keep(1, calendar(munich, "BY"), calendar(berlin, "BE"));

    Map<String, WorkingDays> days =
        database.inTransaction(
            session -> places.atAll(session, List.of(munich, berlin, "Nowhere", munich)));

    assertEquals(Set.of(munich, berlin, "Nowhere"), days.keySet());
    assertFalse(days.get(munich).isWorkingDay(EPIPHANY));
    assertTrue(days.get(berlin).isWorkingDay(EPIPHANY));
    assertEquals(Instant.parse("2026-01-07T12:00:00Z"), days.get("Nowhere").endOf(EPIPHANY));
  }

  @Test
  void onePlaceOrNoneIsReadToo() {
    keep(1, calendar(munich, "BY"));

    assertEquals(
        Instant.parse("2026-01-06T23:00:00Z"), at(munich).endOf(EPIPHANY), "24:00 in Munich");
    assertTrue(at("Nowhere").isWorkingDay(EPIPHANY));
    assertTrue(at(null).isWorkingDay(EPIPHANY));
    assertEquals(
        Map.of(), database.inTransaction(session -> places.atAll(session, List.<String>of())));
  }

  @Test
  void aLaterCalendarReplacesTheEarlierOneAndARemovedOneIsGone() {
    keep(1, calendar(munich, "BE"));
    keep(2, calendar(munich, "BY"));
    assertFalse(at(munich).isWorkingDay(EPIPHANY));

    UUID id = calendar(munich, "BY").id();
    database.inTransaction(session -> CalendarRows.remove(session, Set.of(id)));

    assertTrue(at(munich).isWorkingDay(EPIPHANY));
  }

  private WorkingDays at(String place) {
    return database.inTransaction(session -> places.at(session, place));
  }

  private void keep(long version, SiteCalendar... calendars) {
    database.inTransaction(
        session ->
            CalendarRows.keep(
                session,
                List.of(calendars).stream()
                    .map(calendar -> new KeptCalendar(version, calendar))
                    .toList()));
  }

  private static SiteCalendar calendar(String place, String region) {
    return new SiteCalendar(
        place,
        ZoneId.of("Europe/Berlin"),
        Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
        "DE",
        region,
        List.of());
  }
}
