package org.evenhand.gateway.calendar;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A date of a person's calendar, as the services tell it: on whole days, from {@code first} to
 * {@code last}, or at hours, from {@code start} to {@code end} in a zone.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record FeedEntry(
    UUID id,
    String kind,
    @Nullable LocalDate first,
    @Nullable LocalDate last,
    @Nullable Instant start,
    @Nullable Instant end,
    @Nullable ZoneId zone,
    long count,
    State state,
    int sequence,
    Instant changedAt) {

  enum State {
    CONFIRMED,
    CANCELLED
  }

  /** As each service orders its own. */
  static final Comparator<FeedEntry> ORDER =
      Comparator.comparing(FeedEntry::firstDay)
          .thenComparing(FeedEntry::kind)
          .thenComparing(entry -> entry.id().toString());

  LocalDate firstDay() {
    return first != null
        ? first
        : LocalDate.ofInstant(Objects.requireNonNull(start), Objects.requireNonNull(zone));
  }
}
