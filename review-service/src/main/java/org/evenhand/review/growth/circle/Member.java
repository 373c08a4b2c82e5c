package org.evenhand.review.growth.circle;

import java.util.UUID;

/**
 * Somebody in a circle, or asked to come.
 *
 * @param burden what the hours of all meetings so far have asked of them
 * @param wasInNight whether the last one fell into their night
 */
public record Member(UUID employeeId, Membership membership, int burden, boolean wasInNight) {

  static Member invited(UUID employee) {
    return new Member(employee, Membership.INVITED, 0, false);
  }

  /** Who is new starts like the others do, and isn't asked to make up for what was before them. */
  Member joined(int burdenOfOthers) {
    return new Member(employeeId, Membership.JOINED, burdenOfOthers, false);
  }

  Member inLine() {
    return new Member(employeeId, Membership.IN_LINE, burden, wasInNight);
  }

  public Member met(int asked, boolean night) {
    return new Member(employeeId, membership, burden + asked, night);
  }

  boolean hasJoined() {
    return membership == Membership.JOINED;
  }
}
