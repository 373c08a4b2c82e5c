package org.evenhand.review.growth.remediation;

import static org.evenhand.review.growth.remediation.RemediationState.ACKNOWLEDGED;
import static org.evenhand.review.growth.remediation.RemediationState.ACTIVE;
import static org.evenhand.review.growth.remediation.RemediationState.CANCELLED;
import static org.evenhand.review.growth.remediation.RemediationState.EXTENDED;
import static org.evenhand.review.growth.remediation.RemediationState.HR_REVIEWED;
import static org.evenhand.review.growth.remediation.RemediationState.MET;
import static org.evenhand.review.growth.remediation.RemediationState.NOT_MET;
import static org.evenhand.review.growth.remediation.RemediationState.PAUSED;
import static org.evenhand.review.growth.remediation.RemediationState.PROPOSED;

import org.evenhand.kit.web.lifecycle.Lifecycle;
import org.evenhand.kit.web.lifecycle.LifecycleSource;

/** The way of a remediation plan. By itself it begins, pauses, goes on, and ends with an exit. */
public final class RemediationLifecycle implements LifecycleSource {

  static final Lifecycle<RemediationState> OF_REMEDIATION =
      Lifecycle.startingAt(PROPOSED)
          .may(PROPOSED, RemediationStep.CHANGE.operation())
          .may(PROPOSED, RemediationStep.REVIEW.operation(), HR_REVIEWED)
          .may(PROPOSED, RemediationStep.CONFIRMATION.operation())
          .may(PROPOSED, RemediationStep.CANCELLATION.operation(), CANCELLED)
          .becomes(PROPOSED, CANCELLED)
          .may(HR_REVIEWED, RemediationStep.ACKNOWLEDGEMENT.operation(), ACKNOWLEDGED)
          .may(HR_REVIEWED, RemediationStep.COMPANION.operation())
          .may(HR_REVIEWED, RemediationStep.CONSENT.operation())
          .may(HR_REVIEWED, RemediationStep.CONFIRMATION.operation())
          .may(HR_REVIEWED, RemediationStep.CANCELLATION.operation(), CANCELLED)
          .becomes(HR_REVIEWED, ACKNOWLEDGED)
          .becomes(HR_REVIEWED, CANCELLED)
          .may(ACKNOWLEDGED, RemediationStep.COMPANION.operation())
          .may(ACKNOWLEDGED, RemediationStep.CONSENT.operation())
          .may(ACKNOWLEDGED, RemediationStep.CONFIRMATION.operation())
          .may(ACKNOWLEDGED, RemediationStep.CANCELLATION.operation(), CANCELLED)
          .becomes(ACKNOWLEDGED, ACTIVE)
          .becomes(ACKNOWLEDGED, CANCELLED)
          .may(ACTIVE, RemediationStep.CHANGE.operation(), PAUSED)
          .may(ACTIVE, RemediationStep.COMPANION.operation())
          .may(ACTIVE, RemediationStep.CONSENT.operation())
          .may(ACTIVE, RemediationStep.CHECKPOINT.operation())
          .may(ACTIVE, RemediationStep.DELIVERY.operation())
          .may(ACTIVE, RemediationStep.CONFIRMATION.operation())
          .may(ACTIVE, RemediationStep.EXTENSION.operation(), EXTENDED)
          .may(ACTIVE, RemediationStep.MET.operation(), MET)
          .may(ACTIVE, RemediationStep.NOT_MET.operation(), ACTIVE, NOT_MET)
          .may(ACTIVE, RemediationStep.CANCELLATION.operation(), CANCELLED)
          .becomes(ACTIVE, PAUSED)
          .becomes(ACTIVE, CANCELLED)
          .may(PAUSED, RemediationStep.CHANGE.operation())
          .may(PAUSED, RemediationStep.REVIEW.operation())
          .may(PAUSED, RemediationStep.ACKNOWLEDGEMENT.operation(), PAUSED, ACTIVE, EXTENDED)
          .may(PAUSED, RemediationStep.COMPANION.operation())
          .may(PAUSED, RemediationStep.CONSENT.operation())
          .may(PAUSED, RemediationStep.DELIVERY.operation())
          .may(PAUSED, RemediationStep.CONFIRMATION.operation())
          .may(PAUSED, RemediationStep.CANCELLATION.operation(), CANCELLED)
          .becomes(PAUSED, ACTIVE)
          .becomes(PAUSED, EXTENDED)
          .becomes(PAUSED, CANCELLED)
          .may(EXTENDED, RemediationStep.CHANGE.operation(), PAUSED)
          .may(EXTENDED, RemediationStep.COMPANION.operation())
          .may(EXTENDED, RemediationStep.CONSENT.operation())
          .may(EXTENDED, RemediationStep.CHECKPOINT.operation())
          .may(EXTENDED, RemediationStep.DELIVERY.operation())
          .may(EXTENDED, RemediationStep.CONFIRMATION.operation())
          .may(EXTENDED, RemediationStep.MET.operation(), MET)
          .may(EXTENDED, RemediationStep.NOT_MET.operation(), EXTENDED, NOT_MET)
          .may(EXTENDED, RemediationStep.CANCELLATION.operation(), CANCELLED)
          .becomes(EXTENDED, PAUSED)
          .becomes(EXTENDED, CANCELLED)
          .build();

  @Override
  public String schema() {
    return "RemediationPlanView";
  }

  @Override
  public Lifecycle<?> lifecycle() {
    return OF_REMEDIATION;
  }
}
