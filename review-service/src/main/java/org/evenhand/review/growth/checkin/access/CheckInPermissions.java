package org.evenhand.review.growth.checkin.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.evenhand.review.growth.checkin.CheckIn;
import org.evenhand.review.growth.checkin.CheckInStep;
import org.evenhand.review.growth.checkin.Party;

/** Which step on a check-in belongs to whom. */
public final class CheckInPermissions {

  private CheckInPermissions() {}

  /** The steps that are both allowed by the state and the caller's to take. */
  public static List<String> open(
      CheckIn checkIn, Set<CheckInRelation> relations, boolean current) {
    List<String> allowed = checkIn.allowed();
    return Stream.of(CheckInStep.values())
        .filter(step -> permits(step, relations, current))
        .map(CheckInStep::operation)
        .filter(allowed::contains)
        .toList();
  }

  /**
   * Once somebody else leads the person, it stays as it is, but for what each keeps alone; and what
   * the employee has let somebody read is theirs to take back.
   */
  static boolean permits(CheckInStep step, Set<CheckInRelation> relations, boolean current) {
    return CheckInRelation.party(relations)
        .filter(
            party ->
                switch (step) {
                  case PRIVATE_NOTE -> true;
                  case EARLIER_NOTES -> party == Party.EMPLOYEE;
                  default -> current;
                })
        .isPresent();
  }
}
