package org.evenhand.review.cycle;

import static org.evenhand.review.cycle.CycleState.APPEALS;
import static org.evenhand.review.cycle.CycleState.CALIBRATING;
import static org.evenhand.review.cycle.CycleState.CANCELLED;
import static org.evenhand.review.cycle.CycleState.CLOSED;
import static org.evenhand.review.cycle.CycleState.DRAFT;
import static org.evenhand.review.cycle.CycleState.OPEN;
import static org.evenhand.review.cycle.CycleState.SCHEDULED;
import static org.evenhand.review.cycle.CycleState.SHARING;

import org.evenhand.kit.web.lifecycle.Lifecycle;
import org.evenhand.kit.web.lifecycle.LifecycleSource;

/** The way of a cycle. {@link Allowed} says which of the steps the joint decisions leave open. */
public final class CycleLifecycle implements LifecycleSource {

  static final Lifecycle<CycleState> OF_CYCLES =
      Lifecycle.startingAt(DRAFT)
          .may(DRAFT, "scheduleCycle", SCHEDULED)
          .may(DRAFT, "cancelCycle", CANCELLED)
          .may(SCHEDULED, "proposeOpening")
          .may(SCHEDULED, "countersignOpening", SCHEDULED, OPEN)
          .may(SCHEDULED, "cancelCycle", SCHEDULED, CANCELLED)
          .may(SCHEDULED, "countersignCancellation", CANCELLED)
          .may(SCHEDULED, "withdrawCancellation")
          .becomes(SCHEDULED, OPEN)
          .may(OPEN, "addJoiner")
          .may(OPEN, "startCalibration", CALIBRATING)
          .may(OPEN, "cancelCycle")
          .may(OPEN, "countersignCancellation", CANCELLED)
          .may(OPEN, "withdrawCancellation")
          .may(CALIBRATING, "addJoiner")
          .may(CALIBRATING, "proposeSharing")
          .may(CALIBRATING, "countersignSharing", SHARING)
          .may(CALIBRATING, "withdrawSharing")
          .may(CALIBRATING, "cancelCycle")
          .may(CALIBRATING, "countersignCancellation", CANCELLED)
          .may(CALIBRATING, "withdrawCancellation")
          .may(SHARING, "proposeSharing")
          .may(SHARING, "countersignSharing")
          .may(SHARING, "withdrawSharing")
          .may(SHARING, "openAppeals", APPEALS)
          .may(APPEALS, "proposeSharing")
          .may(APPEALS, "countersignSharing")
          .may(APPEALS, "withdrawSharing")
          .may(APPEALS, "closeCycle", CLOSED)
          .may(CLOSED, "proposeSharing")
          .may(CLOSED, "countersignSharing")
          .may(CLOSED, "withdrawSharing")
          .build();

  @Override
  public String schema() {
    return "CycleView";
  }

  @Override
  public Lifecycle<?> lifecycle() {
    return OF_CYCLES;
  }
}
