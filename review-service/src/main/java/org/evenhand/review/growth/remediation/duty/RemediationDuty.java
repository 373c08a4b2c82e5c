package org.evenhand.review.growth.remediation.duty;

import static org.evenhand.kit.data.duty.DutyTerms.confidential;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.duty.DutyKind;
import org.evenhand.kit.data.duty.DutyTerms;
import org.evenhand.review.growth.remediation.RemediationStep;

/**
 * What is owed for remediation plans. Nobody else comes to know of it, whatever a charter says: it
 * is by name, in no figure and in no calendar.
 */
enum RemediationDuty implements DutyKind {
  /** Of HR, to look at what is proposed or changed. */
  REMEDIATION_REVIEW(5, RemediationStep.REVIEW, RemediationStep.CANCELLATION),
  /** Of the person, to read it. */
  REMEDIATION_ACKNOWLEDGEMENT(10, RemediationStep.ACKNOWLEDGEMENT),
  /** Of whom the person has asked to accompany them. */
  REMEDIATION_CONSENT(5, RemediationStep.CONSENT),
  REMEDIATION_CHECKPOINT(3, RemediationStep.CHECKPOINT),
  /** Of the company: what the plan says that it gives. */
  REMEDIATION_MEANS(3, RemediationStep.DELIVERY),
  /** Of whoever leads the person now, to stand by it or to end it. */
  REMEDIATION_CONFIRMATION(
      10, RemediationStep.CONFIRMATION, RemediationStep.CHANGE, RemediationStep.CANCELLATION),
  /** More time, where the company hasn't given what it owed in time. */
  REMEDIATION_EXTENSION(
      5, RemediationStep.EXTENSION, RemediationStep.MET, RemediationStep.CANCELLATION),
  /** Of HR, to sign that it isn't met, or not to. */
  REMEDIATION_SIGNATURE(10, RemediationStep.NOT_MET, RemediationStep.CANCELLATION),
  /** Of whoever leads the person, to say how it has ended; it doesn't hang over them for ever. */
  REMEDIATION_CONCLUSION(
      5, RemediationStep.MET, RemediationStep.NOT_MET, RemediationStep.CANCELLATION);

  private final int workingDays;
  private final List<String> operations;

  RemediationDuty(int workingDays, RemediationStep... steps) {
    this.workingDays = workingDays;
    this.operations = Stream.of(steps).map(RemediationStep::operation).toList();
  }

  @Override
  public DutyTerms terms() {
    return confidential(workingDays);
  }

  @Override
  public boolean isSecret() {
    return true;
  }

  @Override
  public List<String> operations() {
    return operations;
  }

  @Override
  public Optional<String> neededBecause() {
    return Optional.of("it is done by those who have a part in the plan, or the plan is ended.");
  }

  @Override
  public String path(UUID subject, String part) {
    return "/v1/remediation-plans/" + subject;
  }
}
