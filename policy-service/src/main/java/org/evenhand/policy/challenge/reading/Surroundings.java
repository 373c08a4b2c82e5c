package org.evenhand.policy.challenge.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.evenhand.policy.challenge.Becoming;
import org.evenhand.policy.challenge.Challenge;
import org.evenhand.policy.challenge.access.AnswerDays.Day;
import org.jspecify.annotations.Nullable;

/**
 * What else is shown with challenges.
 *
 * @param days until when those that wait are owed an answer
 * @param leastGroup from how many supporters on their number is told
 */
record Surroundings(
    Map<UUID, Day> days, Map<Becoming, Progress> progress, int leastGroup, Instant now) {

  @Nullable LocalDate dueOn(Challenge challenge) {
    Day day = days.get(challenge.id());
    return day == null ? null : day.on();
  }

  /** An answer that was late stays so, and so does what was merged when it was. */
  boolean isLate(Challenge challenge) {
    Day day = days.get(challenge.id());
    return challenge.state().waits() ? day != null && day.isOver(now) : challenge.wasLate();
  }
}
