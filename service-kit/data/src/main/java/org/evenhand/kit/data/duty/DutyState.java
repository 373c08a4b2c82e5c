package org.evenhand.kit.data.duty;

/** How a duty stands. A closed one that was late stays late. */
public enum DutyState {
  /** Owed, and there is time. */
  DUE,
  /** The time is over; nobody else has been asked yet. */
  OVERDUE,
  /** Somebody else is responsible for it too. */
  ESCALATED,
  DONE,
  /** Two people agreed that it needn't be done. */
  WAIVED,
  /** Its matter ended otherwise: nobody owes it any more. */
  LAPSED;

  public boolean isOpen() {
    return this == DUE || this == OVERDUE || this == ESCALATED;
  }
}
