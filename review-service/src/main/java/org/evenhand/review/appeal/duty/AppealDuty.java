package org.evenhand.review.appeal.duty;

import static org.evenhand.kit.data.duty.DutyTerms.toHrLeadAlone;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.duty.DutyKind;
import org.evenhand.kit.data.duty.DutyTerms;
import org.evenhand.review.appeal.AppealAction;
import org.evenhand.review.appeal.AppealStep;

/**
 * What people owe in an appeal. What is late goes to the HR lead alone: those above the holder, and
 * HR of their unit, are not to learn of it.
 */
enum AppealDuty implements DutyKind {
  APPEAL_SCREENING(AppealStep.SCREENING, AppealAction.SCREENING),
  APPEAL_RESPONSE(AppealStep.RESPONSE, AppealAction.RESPONSE),
  APPEAL_PANEL(AppealStep.CONVENING, AppealAction.PANEL),
  APPEAL_EVIDENCE_CHECK(AppealStep.CHECKING, AppealAction.EVIDENCE_CHECK),
  APPEAL_SCORE(AppealStep.PANEL, AppealAction.SCORE),
  APPEAL_DECISION(AppealStep.PANEL, AppealAction.HEARING, AppealAction.VOTE),
  APPEAL_REASSESSOR(AppealStep.NAMING, AppealAction.REASSESSOR),
  APPEAL_REASSESSMENT(AppealStep.REASSESSMENT, AppealAction.REASSESSMENT);

  private final DutyTerms terms;
  private final List<String> operations;

  AppealDuty(AppealStep step, AppealAction... actions) {
    this.terms = toHrLeadAlone(step.workingDays());
    this.operations = Stream.of(actions).map(AppealAction::operation).toList();
  }

  @Override
  public DutyTerms terms() {
    return terms;
  }

  @Override
  public List<String> operations() {
    return operations;
  }

  @Override
  public Optional<String> neededBecause() {
    return Optional.of("whoever appeals waits for it.");
  }

  @Override
  public String path(UUID subject, String part) {
    return "/v1/appeals/" + subject;
  }
}
