package org.evenhand.kit.data.duty;

/** For whom a duty counts where HR and managers are measured side by side. */
public enum Side {
  HR,
  MANAGER,
  EMPLOYEE,
  COMPANY
}
