package org.evenhand.policy.training.time;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.policy.directory.Person;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who learns, and the days of where they work.
 *
 * @param place null where it isn't known
 */
public record Learner(
    UUID id,
    boolean working,
    boolean onLeave,
    @Nullable String place,
    WorkingDays days,
    Instant toldAt) {

  static Learner of(Person person, WorkingDays days) {
    return new Learner(
        person.employeeId(),
        person.working(),
        person.onLeave(),
        person.workLocation().orElse(null),
        days,
        person.toldAt());
  }

  public LocalDate today(Instant now) {
    return days.today(now);
  }

  /** From when on nothing of theirs runs; null where they are at work. */
  public @Nullable LocalDate awayFrom(Instant now) {
    return onLeave ? today(now) : null;
  }
}
