package org.evenhand.calibration.precedent;

import static org.evenhand.calibration.precedent.PrecedentState.CHECKED;
import static org.evenhand.calibration.precedent.PrecedentState.PROPOSED;
import static org.evenhand.calibration.precedent.PrecedentState.PUBLISHED;
import static org.evenhand.calibration.precedent.PrecedentState.SUPERSEDED;
import static org.evenhand.calibration.precedent.PrecedentState.WITHDRAWN;
import static org.evenhand.calibration.precedent.PrecedentStep.CHECK;
import static org.evenhand.calibration.precedent.PrecedentStep.OBJECT;
import static org.evenhand.calibration.precedent.PrecedentStep.REDACT;
import static org.evenhand.calibration.precedent.PrecedentStep.RETURN;
import static org.evenhand.calibration.precedent.PrecedentStep.WITHDRAW;

import org.evenhand.kit.web.lifecycle.Lifecycle;
import org.evenhand.kit.web.lifecycle.LifecycleSource;

/**
 * The way of a precedent. What is checked comes out by itself, once nobody objects any more. What
 * is out ends with its version of the policy, or by both sides; and from any state when the person
 * behind it is erased.
 */
public final class PrecedentLifecycle implements LifecycleSource {

  static final Lifecycle<PrecedentState> OF_PRECEDENTS =
      Lifecycle.startingAt(PROPOSED)
          .may(PROPOSED, RETURN.operation())
          .may(PROPOSED, REDACT.operation())
          .may(PROPOSED, CHECK.operation(), CHECKED)
          .may(PROPOSED, WITHDRAW.operation(), WITHDRAWN)
          .may(CHECKED, OBJECT.operation(), WITHDRAWN)
          .may(CHECKED, WITHDRAW.operation(), WITHDRAWN)
          .becomes(CHECKED, PUBLISHED)
          .may(PUBLISHED, WITHDRAW.operation(), PUBLISHED, WITHDRAWN)
          .becomes(PUBLISHED, SUPERSEDED)
          .may(SUPERSEDED, WITHDRAW.operation(), SUPERSEDED, WITHDRAWN)
          .build();

  @Override
  public String schema() {
    return "PrecedentView";
  }

  @Override
  public Lifecycle<?> lifecycle() {
    return OF_PRECEDENTS;
  }
}
