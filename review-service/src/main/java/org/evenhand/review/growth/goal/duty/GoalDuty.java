package org.evenhand.review.growth.goal.duty;

import static org.evenhand.kit.data.duty.DutyTerms.upTheLine;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.duty.DutyKind;
import org.evenhand.kit.data.duty.DutyTerms;
import org.evenhand.review.growth.goal.GoalAction;

/** What people owe for goals. */
enum GoalDuty implements DutyKind {
  /** To sign what the other side has proposed, or to put it otherwise. */
  GOAL_AGREEMENT(GoalAction.AGREEMENT, GoalAction.CHANGE, GoalAction.REFUSAL),
  /** Of both, until one of them records it. */
  GOAL_REVISIT(GoalAction.REVISIT),
  /** To stand by what a predecessor agreed to, or to put it otherwise. */
  GOAL_CONFIRMATION(GoalAction.CONFIRMATION, GoalAction.CHANGE),
  /** To propose a target for the time at work, after an absence. */
  GOAL_RENEWAL(GoalAction.CHANGE);

  private static final int WORKING_DAYS = 10;

  private final List<String> operations;

  GoalDuty(GoalAction... actions) {
    this.operations = Stream.of(actions).map(GoalAction::operation).toList();
  }

  @Override
  public DutyTerms terms() {
    return upTheLine(WORKING_DAYS);
  }

  @Override
  public List<String> operations() {
    return operations;
  }

  /** What was waived of a proposal would be waived of the next one in its place, too. */
  @Override
  public Optional<String> neededBecause() {
    return this == GOAL_AGREEMENT
        ? Optional.of("what is proposed is signed, put otherwise, refused or dropped.")
        : Optional.empty();
  }

  @Override
  public String path(UUID subject, String part) {
    return "/v1/goals/" + subject;
  }
}
