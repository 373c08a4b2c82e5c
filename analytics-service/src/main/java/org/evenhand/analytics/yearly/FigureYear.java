package org.evenhand.analytics.yearly;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * A calendar year of a room. Ids follow from what they are of, so that whoever reads the topic anew
 * finds the same.
 */
public record FigureYear(YearlyRoom room, int year) {

  /** Years that can be written; others are slips. */
  public static final int FIRST = 2000;

  public static final int LAST = 2999;

  private static final Instant BEGIN = begin(FIRST);
  private static final Instant END = begin(LAST + 1);

  /** Whether a day lies in such a year. */
  public static boolean has(LocalDate day) {
    return day.getYear() >= FIRST && day.getYear() <= LAST;
  }

  /** Whether a moment does, by the calendar of UTC. */
  public static boolean has(Instant at) {
    return !at.isBefore(BEGIN) && at.isBefore(END);
  }

  private static Instant begin(int year) {
    return LocalDate.of(year, Month.JANUARY, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  public UUID id() {
    return id(room.word() + " " + year);
  }

  /** Of a figure of the year. */
  public UUID figureId(Enum<?> kind) {
    return id(room.word() + " " + year + " " + kind);
  }

  /** A month after its end, so that what happened last has come in. */
  public LocalDate publishOn() {
    return LocalDate.of(year + 1, Month.FEBRUARY, 1);
  }

  /** The day has begun everywhere by noon of UTC, but for some islands. */
  public Instant publishAt() {
    return publishOn().atTime(12, 0).toInstant(ZoneOffset.UTC);
  }

  private static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
