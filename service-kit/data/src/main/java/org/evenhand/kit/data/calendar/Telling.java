package org.evenhand.kit.data.calendar;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.web.time.Days;
import org.jspecify.annotations.Nullable;

/** Holds a person's dates against what they were told of them. */
record Telling(UUID person, Instant now) {

  /** A date as it is told now; without operations where it is no longer a date. */
  record Next(Told told, @Nullable CalendarDate date) {

    List<String> operations() {
      return date == null ? List.of() : date.operations();
    }
  }

  /** All that is known now: the dates as they are, and those that were told and are missing. */
  List<Next> of(List<CalendarDate> dates, List<Told> before) {
    Map<UUID, Told> known =
        before.stream().collect(Collectors.toMap(Told::id, Function.identity()));
    Map<UUID, Next> present = new LinkedHashMap<>();
    for (CalendarDate date : dates) {
      UUID id = Told.id(person, date);
      Told was = known.get(id);
      present.putIfAbsent(
          id, new Next(was == null ? Told.first(id, date, now) : was.following(date, now), date));
    }
    return Stream.concat(
            present.values().stream(),
            before.stream()
                .filter(told -> !present.containsKey(told.id()))
                .map(told -> new Next(told.missing(now, Days.goingOn(now)), null)))
        .toList();
  }
}
