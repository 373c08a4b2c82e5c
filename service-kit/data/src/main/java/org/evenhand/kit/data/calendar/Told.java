package org.evenhand.kit.data.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person was last told of a date.
 *
 * @param id the same for this person for as long as the date is known, and another one for others
 * @param sequence rises with each change that was told
 * @param changedAt when it was told so for the first time
 */
record Told(UUID id, long sequence, EntryState state, Instant changedAt, Content content) {

  /** What is told; a change of anything else is none. */
  record Content(String kind, When when, @Nullable String subject, long count) {

    static Content of(CalendarDate date) {
      return new Content(date.kind(), date.when(), date.subject(), date.count());
    }
  }

  static final Duration CANCELLED_KEPT = Duration.ofDays(90);

  static UUID id(UUID person, CalendarDate date) {
    return UUID.nameUUIDFromBytes(
        "%s %s %s".formatted(person, date.kind(), date.key()).getBytes(UTF_8));
  }

  static Told first(UUID id, CalendarDate date, Instant now) {
    return new Told(id, 0, EntryState.CONFIRMED, now, Content.of(date));
  }

  /** As the date is now; the same where nothing has changed. */
  Told following(CalendarDate date, Instant now) {
    Content told = Content.of(date);
    return state == EntryState.CONFIRMED && content.equals(told)
        ? this
        : new Told(id, sequence + 1, EntryState.CONFIRMED, now, told);
  }

  /** Where its source no longer has it. What is over stays as it was. */
  Told missing(Instant now, LocalDate goingOn) {
    return state == EntryState.CANCELLED || content.when().lastDay().isBefore(goingOn)
        ? this
        : new Told(id, sequence + 1, EntryState.CANCELLED, now, content);
  }

  boolean isShown(Instant now) {
    return state == EntryState.CONFIRMED || changedAt.plus(CANCELLED_KEPT).isAfter(now);
  }
}
