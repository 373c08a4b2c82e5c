package org.evenhand.review.review;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.review.policy.AppealRule;

/** The last days for this review, with its unit's and country's own dates worked in. */
@Embeddable
public record DueDates(
    @Column(name = "self_due") LocalDate selfReview,
    @Column(name = "manager_due") LocalDate managerReview,
    @Column(name = "calibration_due") LocalDate calibration,
    @Column(name = "share_due") LocalDate share,
    @Column(name = "appeal_until") LocalDate appealWindow) {

  /**
   * A person who is told late has as many days to answer as were planned for all, and nobody's last
   * day is one that is free at their place.
   */
  LocalDate answerBy(Instant sharedAt, WorkingDays days) {
    long planned = ChronoUnit.DAYS.between(share, appealWindow);
    return days.onOrAfter(later(days.today(sharedAt).plusDays(planned), appealWindow));
  }

  /** Never before the time to answer is over: what can still be answered can be appealed. */
  LocalDate appealBy(Instant sharedAt, WorkingDays days, AppealRule rule) {
    return later(answerBy(sharedAt, days), days.plus(days.today(sharedAt), rule.workingDays()));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
