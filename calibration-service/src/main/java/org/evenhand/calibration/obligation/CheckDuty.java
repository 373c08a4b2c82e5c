package org.evenhand.calibration.obligation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.duty.DutyKind;
import org.evenhand.kit.data.duty.DutyTerms;
import org.evenhand.kit.data.duty.Escalation;
import org.evenhand.kit.data.duty.Responsible;

/**
 * What a manager owes of a quarter. HR of the unit hears of what is late, and never those above: it
 * is no mark of how somebody leads.
 */
enum CheckDuty implements DutyKind {
  CALIBRATION_CHECK;

  private static final int WORKING_DAYS = 10;
  private static final int DAYS_OF_HR = 5;

  @Override
  public DutyTerms terms() {
    return new DutyTerms(
            WORKING_DAYS,
            List.of(
                new Escalation(Responsible.HR, DAYS_OF_HR),
                new Escalation(Responsible.HR_LEAD, DAYS_OF_HR)))
        .fixed();
  }

  @Override
  public List<String> operations() {
    return List.of("beginCalibrationCheck", "noteCalibrationCheck");
  }

  /** Two people can say that a quarter goes by without it; it blocks no rating anyway. */
  @Override
  public Optional<String> neededBecause() {
    return Optional.empty();
  }

  @Override
  public String path(UUID subject, String part) {
    return "/v1/calibration-obligations/" + subject;
  }
}
