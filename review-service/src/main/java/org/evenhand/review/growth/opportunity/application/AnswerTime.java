package org.evenhand.review.growth.opportunity.application;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Objects;
import org.evenhand.kit.data.place.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * Until when an offer can be answered. It stands still while whoever got it is on leave: they have
 * as many working days as others.
 *
 * @param until the last day; while it stands still, the one from before
 * @param awaySince the first day of a leave that counts; null while they are there
 * @param moves how often it has stood still or gone on
 */
@Embeddable
public record AnswerTime(
    @Column(name = "answer_until") LocalDate until,
    @Column(name = "away_since") @Nullable LocalDate awaySince,
    @Column(name = "answer_moves") int moves) {

  /**
   * @param today of the offer, which doesn't count
   * @param away whether whoever gets it is
   */
  static AnswerTime begun(LocalDate today, LocalDate until, boolean away) {
    return new AnswerTime(until, away ? today.plusDays(1) : null, 0);
  }

  public boolean standsStill() {
    return awaySince != null;
  }

  /** Whether it ends otherwise than it began. */
  public boolean hasMoved() {
    return moves > 0 && !standsStill();
  }

  /**
   * @param first the first day that counts
   */
  AnswerTime stopped(LocalDate since, LocalDate first) {
    return new AnswerTime(until, later(since, first), moves + 1);
  }

  /**
   * Who came back before they had gone was never away.
   *
   * @param today whoever was known to be away is known to be back from today on
   */
  AnswerTime resumed(LocalDate back, LocalDate today, WorkingDays days) {
    LocalDate since = Objects.requireNonNull(awaySince);
    LocalDate next = back.isAfter(since) ? days.plus(later(back, today), left(since, days)) : until;
    return new AnswerTime(next, null, moves + 1);
  }

  private int left(LocalDate since, WorkingDays days) {
    return since.isAfter(until)
        ? 0
        : (int) since.datesUntil(until.plusDays(1)).filter(days::isWorkingDay).count();
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
