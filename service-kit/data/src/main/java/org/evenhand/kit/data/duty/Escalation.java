package org.evenhand.kit.data.duty;

/**
 * One step of an escalation path.
 *
 * @param to who becomes responsible too
 * @param workingDays how long after the step before, or after the due day; 0 is at once
 */
public record Escalation(Responsible to, int workingDays) {

  public Escalation {
    if (workingDays < 0) {
      throw new IllegalArgumentException("a step of " + workingDays + " working days");
    }
  }
}
