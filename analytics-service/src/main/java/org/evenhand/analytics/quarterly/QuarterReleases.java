package org.evenhand.analytics.quarterly;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.analytics.quarterly.QuarterFigure.Room;
import org.evenhand.analytics.quarterly.ToldQuarters.Published;
import org.evenhand.kit.data.calendar.CalendarDate;
import org.evenhand.kit.data.calendar.CalendarSource;
import org.evenhand.kit.data.calendar.When;
import org.evenhand.kit.data.quarter.Quarter;
import org.hibernate.reactive.mutiny.Mutiny;

/** On which days the figures of a quarter are published. */
@Singleton
class QuarterReleases implements CalendarSource {

  private final ToldQuarters quarters;
  private final Clock clock;

  QuarterReleases(ToldQuarters quarters, Clock clock) {
    this.quarters = quarters;
    this.clock = clock;
  }

  @Override
  public Uni<List<CalendarDate>> of(Mutiny.Session session, UUID person) {
    return quarters.published(session).map(this::dates);
  }

  private List<CalendarDate> dates(List<Published> published) {
    Map<String, LocalDate> days = new TreeMap<>();
    Stream.of(Room.values())
        .map(QuarterFigure::of)
        .forEach(
            figure ->
                expected().forEach(quarter -> days.put(figure.name(quarter), quarter.toldOn())));
    published.forEach(
        each -> days.put(QuarterFigure.of(each.room()).name(each.quarter()), day(each)));
    return days.entrySet().stream().map(each -> date(each.getKey(), each.getValue())).toList();
  }

  /** The present one, and the one before it until its day is well past. */
  private Stream<Quarter> expected() {
    LocalDate today = LocalDate.now(clock);
    return Stream.of(Quarter.toldAround(today), Quarter.of(today)).distinct();
  }

  private static LocalDate day(Published published) {
    return LocalDate.ofInstant(published.at(), ZoneOffset.UTC);
  }

  private static CalendarDate date(String key, LocalDate day) {
    return new CalendarDate("FIGURES_PUBLISHED", key, When.on(day), null, List.of(), 1);
  }
}
