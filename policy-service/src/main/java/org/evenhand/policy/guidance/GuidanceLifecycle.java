package org.evenhand.policy.guidance;

import static org.evenhand.policy.guidance.GuidanceState.ANSWERED;
import static org.evenhand.policy.guidance.GuidanceState.ASKED;
import static org.evenhand.policy.guidance.GuidanceState.CLAIMED;
import static org.evenhand.policy.guidance.GuidanceState.CLOSED;
import static org.evenhand.policy.guidance.GuidanceState.ERASED;
import static org.evenhand.policy.guidance.GuidanceStep.ANSWER;
import static org.evenhand.policy.guidance.GuidanceStep.CLAIM;
import static org.evenhand.policy.guidance.GuidanceStep.CLOSING;
import static org.evenhand.policy.guidance.GuidanceStep.ERASURE;
import static org.evenhand.policy.guidance.GuidanceStep.RETURN;

import org.evenhand.kit.web.lifecycle.Lifecycle;
import org.evenhand.kit.web.lifecycle.LifecycleSource;

/** The lifecycle of a request. Whoever asked erases it at any time. */
public final class GuidanceLifecycle implements LifecycleSource {

  public static final Lifecycle<GuidanceState> OF_REQUESTS =
      Lifecycle.startingAt(ASKED)
          .may(ASKED, CLAIM.operation(), CLAIMED)
          .becomes(ASKED, CLOSED)
          .may(ASKED, ERASURE.operation(), ERASED)
          .may(CLAIMED, CLAIM.operation())
          .may(CLAIMED, RETURN.operation(), ASKED)
          .may(CLAIMED, ANSWER.operation(), ANSWERED)
          .becomes(CLAIMED, CLOSED)
          .may(CLAIMED, ERASURE.operation(), ERASED)
          .may(ANSWERED, CLOSING.operation(), CLOSED)
          .becomes(ANSWERED, CLOSED)
          .may(ANSWERED, ERASURE.operation(), ERASED)
          .may(CLOSED, ERASURE.operation(), ERASED)
          .build();

  @Override
  public String schema() {
    return "GuidanceRequest";
  }

  @Override
  public Lifecycle<?> lifecycle() {
    return OF_REQUESTS;
  }
}
