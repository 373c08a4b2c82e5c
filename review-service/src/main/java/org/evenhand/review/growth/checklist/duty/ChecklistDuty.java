package org.evenhand.review.growth.checklist.duty;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.duty.DutyKind;
import org.evenhand.kit.data.duty.DutyTerms;
import org.evenhand.kit.data.duty.Escalation;
import org.evenhand.kit.data.duty.Responsible;
import org.evenhand.review.growth.checklist.ChecklistStep;

/**
 * What is owed for checklists. It goes to HR when it is late: those above whoever leads the person
 * have no part in the list.
 */
enum ChecklistDuty implements DutyKind {
  CHECKLIST_ITEM;

  private static final int WORKING_DAYS = 5;

  @Override
  public DutyTerms terms() {
    return new DutyTerms(
            WORKING_DAYS,
            List.of(new Escalation(Responsible.HR, 2), new Escalation(Responsible.HR_LEAD, 5)))
        .fixed();
  }

  @Override
  public List<String> operations() {
    return List.of(ChecklistStep.ITEM_CLOSING.operation());
  }

  @Override
  public Optional<String> neededBecause() {
    return Optional.of("an item that nobody needs is closed as such, with a reason.");
  }

  @Override
  public String path(UUID subject, String part) {
    return "/v1/checklists/" + subject;
  }
}
