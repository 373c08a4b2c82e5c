package org.evenhand.kit.data.calendar;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.reactive.mutiny.Mutiny;

/** A source that has the dates of a test. */
@Singleton
class ShownDates implements CalendarSource {

  private final Map<UUID, List<CalendarDate>> dates = new ConcurrentHashMap<>();

  void are(UUID person, CalendarDate... shown) {
    dates.put(person, List.of(shown));
  }

  @Override
  public Uni<List<CalendarDate>> of(Mutiny.Session session, UUID person) {
    return Uni.createFrom().item(dates.getOrDefault(person, List.of()));
  }
}
