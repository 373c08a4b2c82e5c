package org.evenhand.review.growth.circle.hour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RotatingHourTest {

  private static final LocalDate IN_WINTER = LocalDate.parse("2027-01-12");

  @Test
  void whereAllWorkInOneZoneItStaysInTheirWorkingHours() {
    List<Attendee> attendees = of("Europe/Amsterdam", "Europe/Amsterdam", "Europe/Berlin");
    for (int i = 0; i < 5; i++) {
      Instant at = RotatingHour.on(IN_WINTER.plusWeeks(i), attendees);
      assertEquals(LocalTime.of(9, 0), RotatingHour.local(at, attendees.get(0).zone()));
      attendees = met(at, attendees);
    }
  }

  @Test
  void acrossTheWorldTheHourGoesRoundAndIsBorneEvenly() {
    List<Attendee> attendees = of("Europe/Amsterdam", "America/Los_Angeles", "Asia/Tokyo");
    Set<LocalTime> hours = new HashSet<>();
    for (int meeting = 0; meeting < 12; meeting++) {
      Instant at = RotatingHour.on(IN_WINTER.plusWeeks(2L * meeting), attendees);
      List<Attendee> next = met(at, attendees);
      for (int i = 0; i < next.size(); i++) {
        assertFalse(attendees.get(i).wasInNight() && next.get(i).wasInNight(), "at " + at);
      }
      hours.add(RotatingHour.local(at, attendees.get(0).zone()));
      attendees = next;
    }
    IntSummaryStatistics borne = attendees.stream().mapToInt(Attendee::burden).summaryStatistics();
    assertTrue(borne.getMax() - borne.getMin() <= 10, borne::toString);
    assertTrue(hours.size() > 1, hours::toString);
  }

  @Test
  void nobodyIsInTheNightTwiceInARowHoweverMuchOthersHaveBorne() {
    // All working hours of the one are the night of the other.
    Attendee tired = new Attendee(new UUID(0, 1), ZoneId.of("Asia/Tokyo"), 100, false);
    Attendee woken = new Attendee(new UUID(0, 2), ZoneId.of("America/Noronha"), 0, true);

    Instant at = RotatingHour.on(IN_WINTER, List.of(tired, woken));

    assertFalse(Burden.isNight(RotatingHour.local(at, woken.zone())));
  }

  @Test
  void whoeverHasBorneTheMostIsSpared() {
    ZoneId amsterdam = ZoneId.of("Europe/Amsterdam");
    ZoneId sydney = ZoneId.of("Australia/Sydney");
    Attendee tired = new Attendee(new UUID(0, 1), sydney, 30, true);
    Attendee rested = new Attendee(new UUID(0, 2), amsterdam, 0, false);

    Instant at = RotatingHour.on(IN_WINTER, List.of(tired, rested));

    assertEquals(0, Burden.of(RotatingHour.local(at, sydney)));
  }

  @Test
  void whereTheOneWhoHasBorneTheMostIsSparedTheOthersAreAsWell() {
    Attendee tired = new Attendee(new UUID(0, 1), ZoneId.of("Asia/Tokyo"), 20, false);
    Attendee rested = new Attendee(new UUID(0, 2), ZoneId.of("Asia/Kolkata"), 0, false);

    Instant at = RotatingHour.on(IN_WINTER, List.of(tired, rested));

    assertEquals(0, Burden.of(RotatingHour.local(at, tired.zone())));
    assertEquals(0, Burden.of(RotatingHour.local(at, rested.zone())));
  }

  @Test
  void theClocksAreThoseOfTheDayWhereOneSideOfTheOceanHasSummerTimeAlready() {
    List<Attendee> attendees = of("Europe/Amsterdam", "America/New_York");
    // Six hours apart in winter and in summer; five between the two changes of the clocks.
    for (String day : List.of("2027-03-12", "2027-03-16", "2027-03-30", "2027-11-02")) {
      Instant at = RotatingHour.on(LocalDate.parse(day), attendees);
      for (Attendee each : attendees) {
        LocalTime there = RotatingHour.local(at, each.zone());
        assertTrue(Burden.of(there) <= 1, () -> day + ": " + there + " in " + each.zone());
      }
    }
    assertEquals(
        List.of("2027-03-12T14:00:00Z", "2027-03-16T13:00:00Z", "2027-03-30T13:00:00Z"),
        List.of("2027-03-12", "2027-03-16", "2027-03-30").stream()
            .map(day -> RotatingHour.on(LocalDate.parse(day), attendees).toString())
            .toList());
  }

  @Test
  void halfHoursCountAsTheyAre() {
    assertEquals(
        LocalTime.of(9, 30),
        RotatingHour.local(Instant.parse("2027-01-12T04:00:00Z"), ZoneId.of("Asia/Kolkata")));
  }

  @Test
  void anHourThatReachesIntoTheNightIsOfTheNight() {
    assertFalse(Burden.isNight(LocalTime.of(21, 0)));
    assertTrue(Burden.isNight(LocalTime.of(21, 30)));
    assertTrue(Burden.isNight(LocalTime.of(5, 59)));
    assertFalse(Burden.isNight(LocalTime.of(6, 0)));
    assertEquals(
        List.of(10, 3, 1, 0, 0, 1, 3),
        IntStream.of(5, 6, 7, 9, 16, 18, 19).mapToObj(h -> Burden.of(LocalTime.of(h, 0))).toList());
  }

  private static List<Attendee> of(String... zones) {
    return IntStream.range(0, zones.length)
        .mapToObj(i -> new Attendee(new UUID(0, i), ZoneId.of(zones[i]), 0, false))
        .toList();
  }

  private static List<Attendee> met(Instant at, List<Attendee> attendees) {
    return attendees.stream()
        .map(
            each -> {
              LocalTime there = RotatingHour.local(at, each.zone());
              return new Attendee(
                  each.person(),
                  each.zone(),
                  each.burden() + Burden.of(there),
                  Burden.isNight(there));
            })
        .toList();
  }
}
