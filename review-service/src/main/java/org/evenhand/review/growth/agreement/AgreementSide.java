package org.evenhand.review.growth.agreement;

/** One of the two who agree. */
public enum AgreementSide {
  EMPLOYEE,
  /** The manager, whoever is above, or HR for somebody whom nobody is above. */
  MANAGER;

  public AgreementSide other() {
    return this == EMPLOYEE ? MANAGER : EMPLOYEE;
  }
}
