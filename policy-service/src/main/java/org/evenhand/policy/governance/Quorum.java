package org.evenhand.policy.governance;

import java.util.List;
import java.util.Objects;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.PolicyProblem;
import org.evenhand.policy.signing.Side;

/** Who has to be present, so that a review is one of HR and managers together. */
public final class Quorum {

  private static final int LEAST_UNITS = 2;

  private Quorum() {}

  /**
   * @throws Problem 409 that says who is missing
   */
  public static void require(List<Attendee> present, int quorum) {
    long hr = present.stream().filter(attendee -> attendee.side() == Side.HR).count();
    List<Attendee> managers =
        present.stream().filter(attendee -> attendee.side() == Side.MANAGER).toList();
    long units = managers.stream().map(Attendee::unit).filter(Objects::nonNull).distinct().count();
    if (hr == 0 || managers.size() < quorum || units < LEAST_UNITS) {
      throw Problem.of(
          PolicyProblem.QUORUM_MISSING,
          ("Present were %d of HR and %d managers of %d units. A review is held with one of HR and"
                  + " %d managers of two units at least.")
              .formatted(hr, managers.size(), units, quorum));
    }
  }
}
