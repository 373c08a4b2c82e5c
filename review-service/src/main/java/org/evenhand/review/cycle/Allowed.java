package org.evenhand.review.cycle;

import java.util.EnumSet;
import java.util.Set;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;

/** What a cycle's state and its joint decisions allow, whoever asks. */
final class Allowed {

  private Allowed() {}

  static Set<CycleAction> actions(Cycle cycle) {
    Set<CycleAction> actions = EnumSet.noneOf(CycleAction.class);
    switch (cycle.state()) {
      case DRAFT -> actions.addAll(Set.of(CycleAction.SCHEDULE, CycleAction.CANCELLATION));
      case SCHEDULED -> {
        addOpening(actions, cycle);
        addCancellation(actions, cycle);
      }
      case OPEN -> {
        addCancellation(actions, cycle);
        actions.addAll(Set.of(CycleAction.JOINERS, CycleAction.CALIBRATION));
      }
      case CALIBRATING -> {
        addSharing(actions, cycle);
        addCancellation(actions, cycle);
        actions.add(CycleAction.JOINERS);
      }
      case SHARING -> {
        addSharing(actions, cycle);
        actions.add(CycleAction.APPEALS);
      }
      case APPEALS -> {
        addSharing(actions, cycle);
        actions.add(CycleAction.CLOSURE);
      }
      case CLOSED -> addSharing(actions, cycle);
      case CANCELLED -> {}
    }
    return actions;
  }

  static void require(Cycle cycle, CycleAction action) {
    Set<CycleAction> actions = actions(cycle);
    if (!actions.contains(action)) {
      throw Problem.of(
              CommonProblem.STATE_CONFLICT,
              "A cycle that is "
                  + cycle.state()
                  + " does not allow "
                  + action.operation()
                  + " now.")
          .allowing(actions.stream().map(CycleAction::operation).toList());
    }
  }

  /** A proposal may be replaced until it is countersigned: its author may have left. */
  private static void addOpening(Set<CycleAction> actions, Cycle cycle) {
    if (!cycle.isOpenedByBoth()) {
      actions.add(CycleAction.OPENING);
      cycle.opening().ifPresent(proposed -> actions.add(CycleAction.OPENING_COUNTERSIGNATURE));
    }
  }

  /** A proposal to give it up may be replaced, too. */
  private static void addCancellation(Set<CycleAction> actions, Cycle cycle) {
    actions.add(CycleAction.CANCELLATION);
    if (cycle.cancellation().isPresent()) {
      actions.add(CycleAction.CANCELLATION_COUNTERSIGNATURE);
      actions.add(CycleAction.CANCELLATION_WITHDRAWAL);
    }
  }

  private static void addSharing(Set<CycleAction> actions, Cycle cycle) {
    actions.add(CycleAction.SHARING);
    if (cycle.sharing().undecided().isPresent()) {
      actions.add(CycleAction.SHARING_COUNTERSIGNATURE);
      actions.add(CycleAction.SHARING_WITHDRAWAL);
    }
  }
}
