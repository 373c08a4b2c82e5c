package org.evenhand.review.growth.checklist;

/** Who does what an item says. */
public enum ItemOwner {
  EMPLOYEE,
  MANAGER,
  /** A colleague who is named for it; the manager as long as nobody is. */
  BUDDY,
  /** HR that serves the unit. */
  HR
}
