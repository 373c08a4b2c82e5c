package org.evenhand.kit.data.place;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.evenhand.kit.web.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * The days of one place. Of a place that nobody has described, Saturday and Sunday are free, and a
 * day is over when it is over everywhere, so that nobody is refused for living east or west of
 * Greenwich.
 */
public final class WorkingDays {

  private static final Set<DayOfWeek> USUAL_WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private final @Nullable ZoneId zone;
  private final Set<DayOfWeek> weekend;
  private final @Nullable String country;
  private final @Nullable String region;
  private final Map<LocalDate, DayKind> exceptions;
  private final Map<Integer, Map<LocalDate, String>> holidays = new ConcurrentHashMap<>();

  private WorkingDays(
      @Nullable ZoneId zone,
      Set<DayOfWeek> weekend,
      @Nullable String country,
      @Nullable String region,
      List<ExceptionalDay> exceptions) {
    this.zone = zone;
    this.weekend = weekend;
    this.country = country;
    this.region = region;
    this.exceptions =
        exceptions.stream().collect(toUnmodifiableMap(ExceptionalDay::date, ExceptionalDay::kind));
  }

  public static WorkingDays of(SiteCalendar calendar) {
    return new WorkingDays(
        calendar.zone(),
        calendar.weekend(),
        calendar.country(),
        calendar.region(),
        calendar.exceptions());
  }

  /** Of a place that nobody has described. */
  public static WorkingDays unknown() {
    return new WorkingDays(null, USUAL_WEEKEND, null, null, List.of());
  }

  /** Empty where it isn't known. */
  public Optional<ZoneId> zone() {
    return Optional.ofNullable(zone);
  }

  public boolean isWorkingDay(LocalDate day) {
    return free(day).isEmpty();
  }

  /** Why a day is free; empty for a working day. */
  public Optional<FreeDay> free(LocalDate day) {
    if (skipped(day)) {
      return Optional.of(new FreeDay(day, FreeReason.SKIPPED, null));
    }
    DayKind exception = exceptions.get(day);
    if (exception != null) {
      return exception == DayKind.FREE
          ? Optional.of(new FreeDay(day, FreeReason.EXCEPTION, null))
          : Optional.empty();
    }
    String holiday = holidaysOf(day.getYear()).get(day);
    if (holiday != null) {
      return Optional.of(new FreeDay(day, FreeReason.HOLIDAY, holiday));
    }
    return weekend.contains(day.getDayOfWeek())
        ? Optional.of(new FreeDay(day, FreeReason.WEEKEND, null))
        : Optional.empty();
  }

  /** The day itself, or the next working day where it is free. */
  public LocalDate onOrAfter(LocalDate day) {
    LocalDate next = day;
    while (!isWorkingDay(next)) {
      next = next.plusDays(1);
    }
    return next;
  }

  /**
   * So many working days after a day, which itself doesn't count, be it free or not: one after a
   * Friday or Saturday is Monday.
   *
   * @param days 0 or more; 0 is {@link #onOrAfter}
   */
  public LocalDate plus(LocalDate day, int days) {
    if (days == 0) {
      return onOrAfter(day);
    }
    LocalDate reached = day;
    for (int i = 0; i < days; i++) {
      reached = onOrAfter(reached.plusDays(1));
    }
    return reached;
  }

  /**
   * So many working days before a day, which itself doesn't count: one before a Sunday or Monday is
   * Friday.
   *
   * @param days 0 or more; 0 is the day itself, or the last working day before it
   */
  public LocalDate minus(LocalDate day, int days) {
    LocalDate reached = days == 0 ? onOrBefore(day) : day;
    for (int i = 0; i < days; i++) {
      reached = onOrBefore(reached.minusDays(1));
    }
    return reached;
  }

  private LocalDate onOrBefore(LocalDate day) {
    LocalDate last = day;
    while (!isWorkingDay(last)) {
      last = last.minusDays(1);
    }
    return last;
  }

  /** 24:00 of a day at the place: the first moment that no longer belongs to it. */
  public Instant endOf(LocalDate day) {
    return zone == null ? Days.endOf(day) : startOf(day.plusDays(1), zone);
  }

  /** The day that it is at the place; the latest that has begun anywhere where it is unknown. */
  public LocalDate today(Instant now) {
    return zone == null ? Days.begun(now) : LocalDate.ofInstant(now, zone);
  }

  private Map<LocalDate, String> holidaysOf(int year) {
    String of = country;
    return of == null
        ? Map.of()
        : holidays.computeIfAbsent(year, each -> PublicHolidays.of(of, region, each));
  }

  /** Some places crossed the date line: Apia went from 29 to 31 December 2011. */
  private boolean skipped(LocalDate day) {
    return zone != null && !startOf(day, zone).isBefore(startOf(day.plusDays(1), zone));
  }

  /** Where midnight falls into a gap of the clocks, the first moment after it. */
  private static Instant startOf(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }
}
