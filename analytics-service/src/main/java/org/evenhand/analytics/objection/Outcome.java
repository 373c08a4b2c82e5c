package org.evenhand.analytics.objection;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an objection is answered. */
@Schema(name = "RaterObjectionOutcome")
enum Outcome {
  UPHELD(ObjectionState.UPHELD),
  DECLINED(ObjectionState.DECLINED);

  private final ObjectionState state;

  Outcome(ObjectionState state) {
    this.state = state;
  }

  ObjectionState state() {
    return state;
  }
}
