package org.evenhand.policy.governance;

import static org.evenhand.policy.governance.GovernanceState.ESCALATED;
import static org.evenhand.policy.governance.GovernanceState.HELD;
import static org.evenhand.policy.governance.GovernanceState.MISSED;
import static org.evenhand.policy.governance.GovernanceState.PREPARED;
import static org.evenhand.policy.governance.GovernanceState.SCHEDULED;
import static org.evenhand.policy.governance.GovernanceState.SIGNED;
import static org.evenhand.policy.governance.GovernanceStep.DECISION_DONE;
import static org.evenhand.policy.governance.GovernanceStep.DECISION_DROPPED;
import static org.evenhand.policy.governance.GovernanceStep.MINUTES;
import static org.evenhand.policy.governance.GovernanceStep.PREPARATION;
import static org.evenhand.policy.governance.GovernanceStep.SIGNATURE;

import org.evenhand.kit.web.lifecycle.Lifecycle;
import org.evenhand.kit.web.lifecycle.LifecycleSource;

/** The lifecycle of a review of governance. Nobody moves its day: it is held, or missed. */
public final class GovernanceLifecycle implements LifecycleSource {

  public static final Lifecycle<GovernanceState> OF_REVIEWS =
      Lifecycle.startingAt(SCHEDULED)
          .may(SCHEDULED, PREPARATION.operation(), PREPARED)
          .becomes(SCHEDULED, MISSED)
          .may(PREPARED, PREPARATION.operation())
          .may(PREPARED, MINUTES.operation(), HELD)
          .becomes(PREPARED, MISSED)
          .may(MISSED, PREPARATION.operation())
          .may(MISSED, MINUTES.operation(), HELD)
          .becomes(MISSED, ESCALATED)
          .may(ESCALATED, PREPARATION.operation())
          .may(ESCALATED, MINUTES.operation(), HELD)
          .may(HELD, MINUTES.operation())
          .may(HELD, SIGNATURE.operation(), HELD, SIGNED)
          .may(SIGNED, DECISION_DONE.operation())
          .may(SIGNED, DECISION_DROPPED.operation())
          .build();

  @Override
  public String schema() {
    return "GovernanceReview";
  }

  @Override
  public Lifecycle<?> lifecycle() {
    return OF_REVIEWS;
  }
}
