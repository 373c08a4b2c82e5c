package org.evenhand.policy.version;

import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.PolicyProblem;
import org.evenhand.policy.impact.Impact;
import org.jspecify.annotations.Nullable;

/**
 * The notice of a version: why, what to expect, and from when on.
 *
 * @param effectiveOn a date in UTC, from its first moment on
 * @param everyoneFrom until then the notice is for managers only, who are briefed first
 * @param impact what the new rules would have changed; null where nothing is known of it
 */
public record Announcement(
    String rationale,
    String expectedImpact,
    LocalDate effectiveOn,
    Instant announcedAt,
    UUID announcedBy,
    Instant everyoneFrom,
    @Nullable Impact impact) {

  /** A date further ahead is a typing error, and a date very far ahead isn't a valid instant. */
  private static final int MOST_DAYS_AHEAD = 3650;

  /**
   * @throws Problem 422 when the date gives people less time than they were promised
   */
  static Announcement of(Draft draft, Terms terms, UUID by, Instant at) {
    LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
    LocalDate earliest = today.plusDays(terms.noticeDays());
    LocalDate latest = today.plusDays(MOST_DAYS_AHEAD);
    LocalDate on = draft.effectiveOn();
    if (on.isBefore(earliest) || on.isAfter(latest)) {
      throw Problem.of(
              PolicyProblem.NOTICE_TOO_SHORT,
              "The notice is %d days at least.".formatted(terms.noticeDays()))
          .with(RANGE.at("/effectiveOn", "must be from %s to %s".formatted(earliest, latest)));
    }
    Instant start = startOf(on);
    Instant briefed = at.plus(terms.briefing());
    Instant everyone = briefed.isBefore(start) ? briefed : start.isBefore(at) ? at : start;
    return new Announcement(draft.rationale(), draft.expectedImpact(), on, at, by, everyone, null);
  }

  Announcement with(@Nullable Impact known) {
    return new Announcement(
        rationale, expectedImpact, effectiveOn, announcedAt, announcedBy, everyoneFrom, known);
  }

  public Instant effectiveFrom() {
    return startOf(effectiveOn);
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** What HR has to say to announce. */
  public record Draft(String rationale, String expectedImpact, LocalDate effectiveOn) {}
}
