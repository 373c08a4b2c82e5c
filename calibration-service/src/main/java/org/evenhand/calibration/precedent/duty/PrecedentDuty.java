package org.evenhand.calibration.precedent.duty;

import static org.evenhand.kit.data.duty.DutyTerms.confidential;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.calibration.precedent.PrecedentStep;
import org.evenhand.kit.data.duty.DutyKind;
import org.evenhand.kit.data.duty.DutyTerms;

/** What a precedent asks of people. Nobody else may know that they are asked. */
enum PrecedentDuty implements DutyKind {
  PRECEDENT_CHECK(5, PrecedentStep.CHECK, PrecedentStep.RETURN),
  PRECEDENT_REDACTION(5, PrecedentStep.REDACT, PrecedentStep.WITHDRAW),
  /** A right, told as a task so that whoever has it learns of it. */
  PRECEDENT_OBJECTION(10, PrecedentStep.OBJECT);

  private final int workingDays;
  private final List<String> operations;

  PrecedentDuty(int workingDays, PrecedentStep... steps) {
    this.workingDays = workingDays;
    this.operations = Stream.of(steps).map(PrecedentStep::operation).toList();
  }

  @Override
  public DutyTerms terms() {
    return confidential(workingDays);
  }

  @Override
  public List<String> operations() {
    return operations;
  }

  @Override
  public Optional<String> neededBecause() {
    return Optional.of("the two who bring a precedent about can withdraw it.");
  }

  /** What somebody may object to is counted as nobody's delay, and tells others of no review. */
  @Override
  public boolean isSecret() {
    return this == PRECEDENT_OBJECTION;
  }

  @Override
  public String path(UUID subject, String part) {
    return "/v1/precedents/" + subject;
  }
}
