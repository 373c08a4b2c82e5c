package org.evenhand.kit.data.duty;

/** Where a late duty goes next. */
public enum Responsible {
  /** The nearest person above who is at work, further up with each such step. */
  NEXT_UP,
  /** HR for the unit. */
  HR,
  HR_LEAD
}
