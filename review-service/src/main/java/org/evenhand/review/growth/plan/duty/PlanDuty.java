package org.evenhand.review.growth.plan.duty;

import static org.evenhand.kit.data.duty.DutyTerms.upTheLine;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.duty.DutyKind;
import org.evenhand.kit.data.duty.DutyTerms;
import org.evenhand.review.growth.plan.PlanStep;

/** What is owed for development plans. */
enum PlanDuty implements DutyKind {
  /** To propose a plan after a result, or for the time to come. */
  PLAN_PROPOSAL(10, PlanStep.PROPOSAL, PlanStep.CHANGE),
  /** To sign what the other side has proposed, or to put it otherwise. */
  PLAN_AGREEMENT(10, PlanStep.AGREEMENT, PlanStep.CHANGE, PlanStep.WITHDRAWAL),
  /** To stand by what a predecessor agreed to, or to put it otherwise. */
  PLAN_CONFIRMATION(10, PlanStep.CONFIRMATION, PlanStep.CHANGE),
  /** Of both, until one of them records it. */
  CHECKPOINT(5, PlanStep.CHECKPOINT),
  /** Of the company: what the plan says that it gives. */
  MEANS(5, PlanStep.DELIVERY);

  private final int workingDays;
  private final List<String> operations;

  PlanDuty(int workingDays, PlanStep... steps) {
    this.workingDays = workingDays;
    this.operations = Stream.of(steps).map(PlanStep::operation).toList();
  }

  @Override
  public DutyTerms terms() {
    return upTheLine(workingDays);
  }

  @Override
  public List<String> operations() {
    return operations;
  }

  /**
   * What was waived of a proposal would be waived of the next one in its place, too; and two others
   * can't waive what a company has promised to a third.
   */
  @Override
  public Optional<String> neededBecause() {
    return switch (this) {
      case PLAN_AGREEMENT -> Optional.of("what is proposed is signed, put otherwise or withdrawn.");
      case MEANS -> Optional.of("what the company owes is given, or the plan is agreed anew.");
      default -> Optional.empty();
    };
  }

  @Override
  public String path(UUID subject, String part) {
    return "/v1/development-plans/" + subject;
  }
}
