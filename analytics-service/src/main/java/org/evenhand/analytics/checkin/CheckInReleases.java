package org.evenhand.analytics.checkin;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.analytics.Quarter;
import org.evenhand.kit.data.calendar.CalendarDate;
import org.evenhand.kit.data.calendar.CalendarSource;
import org.evenhand.kit.data.calendar.When;
import org.hibernate.reactive.mutiny.Mutiny;

/** On which days it is published how many check-ins were held. */
@Singleton
class CheckInReleases implements CalendarSource {

  private static final int MONTHS = 4;

  private final ToldQuarters quarters;
  private final Clock clock;

  CheckInReleases(ToldQuarters quarters, Clock clock) {
    this.quarters = quarters;
    this.clock = clock;
  }

  /** A month after the quarter's end. */
  static LocalDate day(Quarter quarter) {
    return quarter.first().plusMonths(MONTHS);
  }

  @Override
  public Uni<List<CalendarDate>> of(Mutiny.Session session, UUID person) {
    return quarters
        .published(session)
        .map(
            published -> {
              Map<Quarter, LocalDate> days = new HashMap<>();
              expected().forEach(quarter -> days.put(quarter, day(quarter)));
              published.forEach((quarter, at) -> days.put(quarter, day(at)));
              return days.entrySet().stream()
                  .map(each -> date(each.getKey(), each.getValue()))
                  .toList();
            });
  }

  /** The present one, and the one before it until its day is well past. */
  private Stream<Quarter> expected() {
    LocalDate today = LocalDate.now(clock);
    return Stream.of(Quarter.of(today.minusMonths(1).minusDays(7)), Quarter.of(today));
  }

  private static LocalDate day(Instant published) {
    return LocalDate.ofInstant(published, ZoneOffset.UTC);
  }

  private static CalendarDate date(Quarter quarter, LocalDate day) {
    return new CalendarDate(
        "FIGURES_PUBLISHED", "check-ins " + quarter.text(), When.on(day), null, List.of(), 1);
  }
}
