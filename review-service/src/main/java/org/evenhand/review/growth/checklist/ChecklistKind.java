package org.evenhand.review.growth.checklist;

/** On what occasion a checklist begins. Of a leave nothing is told apart. */
public enum ChecklistKind {
  ONBOARDING,
  RETURN,
  MANAGER_HANDOVER,
  ROLE_CHANGE,
  CROSS_BORDER,
  LEAVING;

  /** Whether there is one such occasion in all the time that somebody is in an assignment. */
  boolean isOnce() {
    return this == ONBOARDING || this == LEAVING;
  }

  /**
   * Whether the occasion can come again while its list is open, so that the new list takes the
   * place of the old one. Who is back again, or leaves on another day, goes on with their list.
   */
  public boolean isSuperseded() {
    return this == MANAGER_HANDOVER || this == ROLE_CHANGE || this == CROSS_BORDER;
  }
}
