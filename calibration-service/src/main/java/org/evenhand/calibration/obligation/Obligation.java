package org.evenhand.calibration.obligation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.kit.data.quarter.Quarter;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;

/** How many checks a manager owes of a quarter, and how many they have begun and noted. */
@Entity
@Table(name = "calibration_obligation")
public class Obligation {

  @Id private UUID id;
  @Version private long version;
  private UUID managerId;
  private LocalDate firstDay;
  private int ofWhole;
  private int owed;
  private int begun;
  private int begunOwn;
  private int noted;

  protected Obligation() {}

  /**
   * @param quota what held as the quarter began, and does for all of it
   */
  Obligation(UUID id, UUID managerId, Quarter quarter, Quota quota, int owed) {
    this.id = id;
    this.managerId = managerId;
    this.firstDay = quarter.first();
    this.ofWhole = quota.ofWhole();
    this.owed = owed;
  }

  /** They lead for more or fewer days of the quarter than it was. */
  void owe(int many) {
    owed = many;
  }

  /**
   * A check is begun.
   *
   * @param own whether it looks at a review of their own
   * @throws Problem 409 where no more are owed, 422 where half of them are of the own kind
   */
  public void begin(boolean own) {
    if (isBegun()) {
      throw Problem.of(
              CommonProblem.STATE_CONFLICT, "As many checks are begun as are owed of this quarter.")
          .allowing(List.of());
    }
    if (own && begunOwn >= ownAtMost()) {
      throw Problem.of(
          CalibrationProblem.TOO_MANY_OWN_REVIEWS,
          "At most %d of the %d checks look at an own review.".formatted(ownAtMost(), owed));
    }
    begun++;
    begunOwn += own ? 1 : 0;
  }

  /** A check of which nothing is left is begun no more. */
  public void giveBack(boolean own) {
    begun--;
    begunOwn -= own ? 1 : 0;
  }

  /** A check has come to its note. */
  public void note() {
    noted++;
  }

  /** Whether as many are begun as are owed. */
  public boolean isBegun() {
    return begun >= owed;
  }

  boolean isMet() {
    return noted >= owed;
  }

  /** How many may look at reviews that the manager has written. */
  int ownAtMost() {
    return owed / 2;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public UUID managerId() {
    return managerId;
  }

  public Quarter quarter() {
    return Quarter.of(firstDay);
  }

  Quota quota() {
    return new Quota(ofWhole);
  }

  int owed() {
    return owed;
  }

  int noted() {
    return noted;
  }
}
