package org.evenhand.policy;

import org.evenhand.kit.web.problem.ProblemType;

/** What can go wrong here beyond the problems that every service has. */
public enum PolicyProblem implements ProblemType {
  CONTENT_INCONSISTENT(422, "The content contradicts itself"),
  CONTENT_TOO_LARGE(422, "The content is too large"),
  TRANSITION_REFUSED(409, "The version is not in a state that allows this"),
  VERSION_UNDER_WAY(409, "Another version of the policy is still under way"),
  DISPOSITIONS_MISSING(409, "Comments still wait for a disposition"),
  CONSULTATION_TOO_SHORT(409, "The consultation has not lasted its minimum"),
  CONTENT_CHANGED(409, "The content is not the one that was read"),
  ALREADY_SIGNED(409, "This signature was given already"),
  NOTICE_NOT_OPEN(409, "The notice is not open to everyone yet"),
  SCOPE_TAKEN(409, "Another policy binds the same people"),
  SAME_SIDE_TWICE(409, "The other side has to agree"),
  SIGN_OFF_INVALID(422, "The sign-off cannot be opened like this"),
  SIGNER_REPLACEMENT_INVALID(422, "The signer cannot be replaced like this"),
  POLICY_INCOMPLETE(422, "The version is not complete"),
  ANCHOR_UNKNOWN(422, "The version has no such part"),
  NOTICE_TOO_SHORT(422, "The date does not respect the notice");

  private final int status;
  private final String title;

  PolicyProblem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }
}
