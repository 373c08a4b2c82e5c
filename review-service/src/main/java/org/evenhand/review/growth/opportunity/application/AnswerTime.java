package org.evenhand.review.growth.opportunity.application;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Objects;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.review.directory.people.EmploymentStatus;
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

  /** A change of a person's status, and the day from which on it holds. */
  public record Change(EmploymentStatus status, LocalDate on) {}

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
   * @param today whoever was known to be away is known to be back from today on
   */
  AnswerTime after(Change change, LocalDate first, LocalDate today, WorkingDays days) {
    boolean goes = change.status() == EmploymentStatus.ON_LEAVE;
    if (goes == standsStill()) {
      return this;
    }
    return goes
        ? new AnswerTime(until, later(change.on(), first), moves + 1)
        : new AnswerTime(after(change.on(), today, days), null, moves + 1);
  }

  /** Who came back before they had gone was never away. */
  private LocalDate after(LocalDate back, LocalDate today, WorkingDays days) {
    LocalDate since = Objects.requireNonNull(awaySince);
    return back.isAfter(since) ? days.plus(later(back, today), left(since, days)) : until;
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
