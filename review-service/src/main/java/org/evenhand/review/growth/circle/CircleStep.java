package org.evenhand.review.growth.circle;

import java.util.Set;

/** What can be done with a circle, and by whom. */
public enum CircleStep {
  INVITATION("inviteToCircle", "invited", Membership.JOINED),
  JOINING("joinCircle", "joined", Membership.INVITED),
  LEAVING("leaveCircle", "left", Membership.JOINED, Membership.INVITED, Membership.IN_LINE),
  CLOSING("closeCircle", "closed", Membership.JOINED),
  PLANNING("planCircleMeeting", "meeting-planned", Membership.JOINED),
  MEETING("holdCircleMeeting", "met", Membership.JOINED),
  CANCELLATION("cancelCircleMeeting", "meeting-cancelled", Membership.JOINED);

  private final String operation;
  private final String word;
  private final Set<Membership> by;

  CircleStep(String operation, String word, Membership... by) {
    this.operation = operation;
    this.word = word;
    this.by = Set.of(by);
  }

  /** The id of the API's operation. */
  public String operation() {
    return operation;
  }

  /** How the audit trail names it. */
  public String word() {
    return word;
  }

  public boolean isOf(Membership membership) {
    return by.contains(membership);
  }
}
