package org.evenhand.calibration.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.calibration.directory.People.Workplace;
import org.evenhand.calibration.session.Session;
import org.evenhand.calibration.session.scoring.OwedByRater;
import org.jspecify.annotations.Nullable;

/**
 * A session as duties need to know it.
 *
 * @param dueOn the last day of calibration in its cycle; null where no cycle has said it
 * @param members those of its members who haven't left
 * @param checks while its samples are checked
 * @param raters while it is scored; else none
 */
record Standing(
    Session session,
    @Nullable LocalDate dueOn,
    Map<UUID, Workplace> members,
    Checks checks,
    List<OwedByRater> raters) {

  /**
   * Samples that wait for somebody.
   *
   * @param unchecked for the co-facilitator
   * @param sentBack for the facilitator
   */
  record Checks(long unchecked, long sentBack) {

    static final Checks NONE = new Checks(0, 0);

    boolean areDone() {
      return unchecked == 0 && sentBack == 0;
    }
  }

  boolean areScoresComplete() {
    return raters.stream().allMatch(rater -> rater.missing() == 0);
  }
}
