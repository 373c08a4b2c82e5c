package org.evenhand.kit.data.waiver;

import java.util.List;

/** What can be done about a proposal to waive a duty. */
enum WaiverAction {
  PROPOSE(WaiverAction.PROPOSE_WAIVER),
  COUNTERSIGN(WaiverAction.COUNTERSIGN_WAIVER),
  REFUSE(WaiverAction.REFUSE_WAIVER),
  WITHDRAW(WaiverAction.WITHDRAW_WAIVER);

  static final String PROPOSE_WAIVER = "proposeWaiver";
  static final String COUNTERSIGN_WAIVER = "countersignWaiver";
  static final String REFUSE_WAIVER = "refuseWaiver";
  static final String WITHDRAW_WAIVER = "withdrawWaiver";

  static final List<WaiverAction> OF_THE_SECOND = List.of(COUNTERSIGN, REFUSE);
  static final List<WaiverAction> OF_PROPOSED = List.of(COUNTERSIGN, REFUSE, WITHDRAW);

  private final String operation;

  WaiverAction(String operation) {
    this.operation = operation;
  }

  String operation() {
    return operation;
  }
}
