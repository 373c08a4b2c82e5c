package org.evenhand.review.appeal;

/** What is owed in an appeal, and within how many working days at the place of whoever owes it. */
public enum AppealStep {
  SCREENING(5),
  /** The appellant's time to refer a refusal; nobody owes that. */
  REFERRAL(10),
  RESPONSE(10),
  CONVENING(5),
  CHECKING(5),
  PANEL(20),
  NAMING(5),
  REASSESSMENT(15);

  private final int workingDays;

  AppealStep(int workingDays) {
    this.workingDays = workingDays;
  }

  public int workingDays() {
    return workingDays;
  }
}
