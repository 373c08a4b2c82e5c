package org.evenhand.kit.data.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenhand.kit.data.json.Json;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {

  private static final Set<DayOfWeek> SATURDAY_AND_SUNDAY =
      EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private final WorkingDays berlin = days("Europe/Berlin", "DE", "BE");
  private final WorkingDays munich = days("Europe/Berlin", "DE", "BY");
  private final WorkingDays newYork = days("America/New_York", "US", "NY");

  @Test
  void easterMovesEachYear() {
    assertFree(berlin, "2026-04-03", FreeReason.HOLIDAY, "Good Friday");
    assertFree(berlin, "2026-04-06", FreeReason.HOLIDAY, "Easter Monday");
    assertEquals(day("2026-04-07"), berlin.plus(day("2026-04-02"), 1));
    assertFree(berlin, "2027-03-26", FreeReason.HOLIDAY, "Good Friday");
    assertEquals(day("2027-03-30"), berlin.onOrAfter(day("2027-03-26")));
  }

  @Test
  void aRegionHasHolidaysOfItsOwn() {
    assertFree(munich, "2026-01-06", FreeReason.HOLIDAY, "Epiphany");
    assertTrue(berlin.isWorkingDay(day("2026-01-06")));
    assertFalse(munich.isWorkingDay(day("2026-06-04")));
    assertTrue(berlin.isWorkingDay(day("2026-06-04")));
    assertFalse(berlin.isWorkingDay(day("2027-03-08")));
    assertTrue(munich.isWorkingDay(day("2027-03-08")));
  }

  @Test
  void aPartOfARegionHasItsHolidaysAndTheRegions() {
    WorkingDays augsburg = days("Europe/Berlin", "DE", "BY-AG");

    assertFalse(augsburg.isWorkingDay(day("2025-08-08")));
    assertTrue(munich.isWorkingDay(day("2025-08-08")));
    assertFalse(augsburg.isWorkingDay(day("2026-01-06")));
  }

  @Test
  void aHolidayOnAWeekendIsFreeWhereItIsObserved() {
    assertFree(newYork, "2026-07-03", FreeReason.HOLIDAY, "Independence Day");
    assertFree(newYork, "2027-07-05", FreeReason.HOLIDAY, "Independence Day");
    assertFalse(days("Europe/London", "GB", "ENG").isWorkingDay(day("2026-12-28")));
  }

  @Test
  void aHolidayThatIsObservedInTheYearBeforeIsFreeThere() {
    assertFree(newYork, "2027-12-31", FreeReason.HOLIDAY, "New Year's Day");
    assertEquals(day("2028-01-03"), newYork.plus(day("2027-12-30"), 1));
  }

  @Test
  void workingDaysAreCountedOverTheYearsEnd() {
    assertEquals(day("2026-12-29"), berlin.plus(day("2026-12-23"), 3));
    assertEquals(day("2027-01-04"), berlin.plus(day("2026-12-30"), 2));
  }

  @Test
  void theDayItselfDoesNotCountBeItFreeOrNot() {
    WorkingDays unknown = WorkingDays.unknown();

    assertEquals(day("2026-11-30"), unknown.plus(day("2026-11-27"), 1));
    assertEquals(day("2026-11-30"), unknown.plus(day("2026-11-28"), 1));
    assertEquals(day("2026-12-04"), unknown.plus(day("2026-11-27"), 5));
    assertEquals(day("2026-11-27"), unknown.plus(day("2026-11-27"), 0));
    assertEquals(day("2026-11-30"), unknown.plus(day("2026-11-29"), 0));
  }

  @Test
  void workingDaysAreCountedBackwardsToo() {
    WorkingDays unknown = WorkingDays.unknown();

    assertEquals(day("2026-11-27"), unknown.minus(day("2026-11-30"), 1));
    assertEquals(day("2026-11-27"), unknown.minus(day("2026-11-29"), 1));
    assertEquals(day("2026-11-27"), unknown.minus(day("2026-11-29"), 0));
    assertEquals(day("2026-12-23"), berlin.minus(day("2026-12-29"), 3));
  }

  @Test
  void aWeekendMayBeAnyDays() {
    WorkingDays cairo =
        WorkingDays.of(
            calendar("Africa/Cairo", EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY), List.of()));

    assertFree(cairo, "2026-11-27", FreeReason.WEEKEND, null);
    assertTrue(cairo.isWorkingDay(day("2026-11-29")));
    assertEquals(day("2026-11-29"), cairo.plus(day("2026-11-26"), 1));
  }

  @Test
  void aPlaceMayHaveNoWeekend() {
    WorkingDays always = WorkingDays.of(calendar("Asia/Tokyo", Set.of(), List.of()));

    assertTrue(always.isWorkingDay(day("2026-11-29")));
  }

  @Test
  void exceptionsCountBothWays() {
    WorkingDays days =
        WorkingDays.of(
            new SiteCalendar(
                "Leipzig",
                ZoneId.of("Europe/Berlin"),
                SATURDAY_AND_SUNDAY,
                "DE",
                "SN",
                List.of(
                    new ExceptionalDay(day("2026-12-24"), DayKind.FREE),
                    new ExceptionalDay(day("2026-11-28"), DayKind.WORKING),
                    new ExceptionalDay(day("2026-11-18"), DayKind.WORKING))));

    assertFree(days, "2026-12-24", FreeReason.EXCEPTION, null);
    assertTrue(days.isWorkingDay(day("2026-11-28")));
    assertTrue(days.isWorkingDay(day("2026-11-18")));
    assertEquals(day("2026-12-28"), days.plus(day("2026-12-23"), 1));
  }

  @Test
  void theLeapDayIsADay() {
    assertTrue(berlin.isWorkingDay(day("2028-02-29")));
    assertEquals(day("2028-02-29"), berlin.plus(day("2028-02-28"), 1));
    assertEquals(day("2028-03-01"), berlin.plus(day("2028-02-28"), 2));
    assertEquals(Instant.parse("2028-02-29T23:00:00Z"), berlin.endOf(day("2028-02-29")));
  }

  @Test
  void aDayEndsAtMidnightOfThePlaceHoweverLongItIs() {
    assertEquals(Instant.parse("2026-03-28T23:00:00Z"), berlin.endOf(day("2026-03-28")));
    assertEquals(Instant.parse("2026-03-29T22:00:00Z"), berlin.endOf(day("2026-03-29")));
    assertEquals(Instant.parse("2026-10-24T22:00:00Z"), berlin.endOf(day("2026-10-24")));
    assertEquals(Instant.parse("2026-10-25T23:00:00Z"), berlin.endOf(day("2026-10-25")));
    assertEquals(Instant.parse("2026-03-08T05:00:00Z"), newYork.endOf(day("2026-03-07")));
    assertEquals(Instant.parse("2026-03-09T04:00:00Z"), newYork.endOf(day("2026-03-08")));
    assertEquals(Instant.parse("2026-11-01T04:00:00Z"), newYork.endOf(day("2026-10-31")));
    assertEquals(Instant.parse("2026-11-02T05:00:00Z"), newYork.endOf(day("2026-11-01")));
  }

  @Test
  void aMidnightThatIsSkippedEndsTheDayWhereTheClocksGoOn() {
    WorkingDays saoPaulo = days("America/Sao_Paulo", null, null);

    assertEquals(Instant.parse("2018-11-04T03:00:00Z"), saoPaulo.endOf(day("2018-11-03")));
    assertEquals(Instant.parse("2018-11-05T02:00:00Z"), saoPaulo.endOf(day("2018-11-04")));
  }

  @Test
  void anHourThatComesTwiceBeforeMidnightBelongsToTheDay() {
    WorkingDays saoPaulo = days("America/Sao_Paulo", null, null);

    assertEquals(Duration.ofHours(25), length(saoPaulo, "2018-02-17"));
    assertEquals(Instant.parse("2018-02-18T03:00:00Z"), saoPaulo.endOf(day("2018-02-17")));
  }

  @Test
  void aMidnightThatComesTwiceEndsTheDayTheFirstTime() {
    WorkingDays havana = days("America/Havana", null, null);

    assertEquals(Instant.parse("2026-11-01T04:00:00Z"), havana.endOf(day("2026-10-31")));
    assertEquals(Duration.ofHours(25), length(havana, "2026-11-01"));
  }

  @Test
  void aDayThatAPlaceLeftOutIsNoWorkingDay() {
    WorkingDays apia = days("Pacific/Apia", null, null);

    assertFree(apia, "2011-12-30", FreeReason.SKIPPED, null);
    assertEquals(Instant.parse("2011-12-30T10:00:00Z"), apia.endOf(day("2011-12-29")));
    assertEquals(Duration.ZERO, length(apia, "2011-12-30"));
    assertEquals(day("2012-01-02"), apia.plus(day("2011-12-29"), 1));
    assertEquals(day("2011-12-31"), apia.today(Instant.parse("2011-12-30T10:00:00Z")));
  }

  @Test
  void todayAndItsEndAreThoseOfThePlace() {
    Instant now = Instant.parse("2026-11-29T10:30:00Z");
    WorkingDays kiritimati = days("Pacific/Kiritimati", null, null);
    WorkingDays niue = days("Pacific/Niue", null, null);

    assertEquals(day("2026-11-30"), kiritimati.today(now));
    assertEquals(day("2026-11-28"), niue.today(now));
    assertEquals(Instant.parse("2026-11-29T10:00:00Z"), kiritimati.endOf(day("2026-11-29")));
    assertEquals(Instant.parse("2026-11-30T11:00:00Z"), niue.endOf(day("2026-11-29")));
  }

  @Test
  void atAnUnknownPlaceADayIsOverWhenItIsOverEverywhere() {
    WorkingDays unknown = WorkingDays.unknown();

    assertEquals(Instant.parse("2026-11-30T12:00:00Z"), unknown.endOf(day("2026-11-29")));
    assertEquals(day("2026-11-30"), unknown.today(Instant.parse("2026-11-29T10:30:00Z")));
    assertFree(unknown, "2026-11-29", FreeReason.WEEKEND, null);
    assertTrue(unknown.isWorkingDay(day("2026-12-25")));
  }

  @Test
  void yearsThatNoHolidaysAreComputedForHaveNone() {
    assertTrue(berlin.isWorkingDay(day("2103-05-01")));
    assertTrue(berlin.isWorkingDay(day("1899-05-01")));
  }

  @Test
  void holidaysOfAllCountriesAndYearsCanBeTold() {
    for (String country : PublicHolidays.countries()) {
      for (int year : List.of(PublicHolidays.FIRST_YEAR, 2026, PublicHolidays.LAST_YEAR)) {
        assertTrue(
            PublicHolidays.of(country, null, year).values().stream()
                .noneMatch(name -> name.isBlank() || name.contains("undefined")),
            country + year);
      }
      for (String region : PublicHolidays.regions(country)) {
        assertTrue(region.matches("[A-Z0-9]{1,4}(-[A-Z0-9]{1,4}){0,2}"), country + region);
        assertTrue(
            PublicHolidays.of(country, region, 2026).size()
                >= PublicHolidays.of(country, null, 2026).size(),
            country + region);
      }
    }
  }

  @Test
  void aCalendarHasAWorkingDayAndOneExceptionForADay() {
    var twice =
        List.of(
            new ExceptionalDay(day("2026-12-24"), DayKind.FREE),
            new ExceptionalDay(day("2026-12-24"), DayKind.WORKING));

    assertThrows(
        IllegalArgumentException.class,
        () -> calendar("Asia/Tokyo", EnumSet.allOf(DayOfWeek.class), List.of()));
    assertThrows(
        IllegalArgumentException.class, () -> calendar("Asia/Tokyo", SATURDAY_AND_SUNDAY, twice));
  }

  @Test
  void aCalendarIsReadAsItWasWritten() throws Exception {
    SiteCalendar calendar =
        new SiteCalendar(
            "Köln",
            ZoneId.of("Europe/Berlin"),
            SATURDAY_AND_SUNDAY,
            "DE",
            "NW",
            List.of(new ExceptionalDay(day("2026-12-24"), DayKind.FREE)));

    String json = Json.write(calendar);

    assertEquals(
        "{\"country\":\"DE\",\"exceptions\":[{\"date\":\"2026-12-24\",\"kind\":\"FREE\"}],"
            + "\"region\":\"NW\",\"weekend\":[\"SATURDAY\",\"SUNDAY\"],"
            + "\"workLocation\":\"Köln\",\"zone\":\"Europe/Berlin\"}",
        json);
    assertEquals(calendar, Json.mapper().readValue(json, SiteCalendar.class));
  }

  private static Duration length(WorkingDays days, String day) {
    return Duration.between(days.endOf(day(day).minusDays(1)), days.endOf(day(day)));
  }

  private static void assertFree(WorkingDays days, String day, FreeReason reason, String name) {
    assertEquals(Optional.of(new FreeDay(day(day), reason, name)), days.free(day(day)));
  }

  private static WorkingDays days(String zone, String country, String region) {
    return WorkingDays.of(
        new SiteCalendar("Here", ZoneId.of(zone), SATURDAY_AND_SUNDAY, country, region, List.of()));
  }

  private static SiteCalendar calendar(
      String zone, Set<DayOfWeek> weekend, List<ExceptionalDay> exceptions) {
    return new SiteCalendar("Here", ZoneId.of(zone), weekend, null, null, exceptions);
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}
