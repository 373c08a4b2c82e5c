package org.evenhand.policy.version;

import static org.evenhand.policy.version.Transition.ACKNOWLEDGEMENTS;
import static org.evenhand.policy.version.Transition.ANNOUNCEMENT;
import static org.evenhand.policy.version.Transition.COMMENTS;
import static org.evenhand.policy.version.Transition.DISPOSITION;
import static org.evenhand.policy.version.Transition.EDIT;
import static org.evenhand.policy.version.Transition.ENDING;
import static org.evenhand.policy.version.Transition.ENDING_COUNTERSIGNATURE;
import static org.evenhand.policy.version.Transition.ENDING_WITHDRAWAL;
import static org.evenhand.policy.version.Transition.IMPACT_REPLAY;
import static org.evenhand.policy.version.Transition.REPLAY_WAIVER;
import static org.evenhand.policy.version.Transition.SIGNER_REPLACEMENT;
import static org.evenhand.policy.version.Transition.SIGN_OFFS;
import static org.evenhand.policy.version.Transition.SIGN_OFF_OPENING;
import static org.evenhand.policy.version.Transition.WITHDRAWAL;
import static org.evenhand.policy.version.VersionState.ANNOUNCED;
import static org.evenhand.policy.version.VersionState.APPROVED;
import static org.evenhand.policy.version.VersionState.CONSULTATION;
import static org.evenhand.policy.version.VersionState.DRAFT;
import static org.evenhand.policy.version.VersionState.EFFECTIVE;
import static org.evenhand.policy.version.VersionState.RETIRED;
import static org.evenhand.policy.version.VersionState.SIGN_OFF;
import static org.evenhand.policy.version.VersionState.SUPERSEDED;
import static org.evenhand.policy.version.VersionState.WITHDRAWN;

import org.evenhand.kit.web.lifecycle.Lifecycle;
import org.evenhand.kit.web.lifecycle.LifecycleSource;

/** The lifecycle of a version. Taking effect and being superseded come by themselves, on a date. */
public final class VersionLifecycle implements LifecycleSource {

  public static final Lifecycle<VersionState> OF_VERSIONS =
      Lifecycle.startingAt(DRAFT)
          .may(DRAFT, EDIT.operation())
          .may(DRAFT, IMPACT_REPLAY.operation())
          .may(DRAFT, REPLAY_WAIVER.operation())
          .may(DRAFT, Transition.CONSULTATION.operation(), CONSULTATION)
          .may(DRAFT, WITHDRAWAL.operation(), WITHDRAWN)
          .may(CONSULTATION, EDIT.operation())
          .may(CONSULTATION, IMPACT_REPLAY.operation())
          .may(CONSULTATION, REPLAY_WAIVER.operation())
          .may(CONSULTATION, COMMENTS.operation())
          .may(CONSULTATION, DISPOSITION.operation())
          .may(CONSULTATION, SIGN_OFF_OPENING.operation(), SIGN_OFF)
          .may(CONSULTATION, WITHDRAWAL.operation(), WITHDRAWN)
          .may(SIGN_OFF, SIGN_OFFS.operation(), SIGN_OFF, APPROVED, DRAFT)
          .may(SIGN_OFF, SIGNER_REPLACEMENT.operation())
          .may(SIGN_OFF, WITHDRAWAL.operation(), WITHDRAWN)
          .may(APPROVED, ANNOUNCEMENT.operation(), ANNOUNCED)
          .may(APPROVED, ENDING.operation())
          .may(APPROVED, ENDING_COUNTERSIGNATURE.operation(), WITHDRAWN)
          .may(APPROVED, ENDING_WITHDRAWAL.operation())
          .may(ANNOUNCED, ACKNOWLEDGEMENTS.operation())
          .may(ANNOUNCED, ENDING.operation())
          .may(ANNOUNCED, ENDING_COUNTERSIGNATURE.operation(), WITHDRAWN)
          .may(ANNOUNCED, ENDING_WITHDRAWAL.operation())
          .becomes(ANNOUNCED, EFFECTIVE)
          .may(EFFECTIVE, ACKNOWLEDGEMENTS.operation())
          .may(EFFECTIVE, ENDING.operation())
          .may(EFFECTIVE, ENDING_COUNTERSIGNATURE.operation(), RETIRED)
          .may(EFFECTIVE, ENDING_WITHDRAWAL.operation())
          .becomes(EFFECTIVE, SUPERSEDED)
          .build();

  @Override
  public String schema() {
    return "PolicyVersion";
  }

  @Override
  public Lifecycle<?> lifecycle() {
    return OF_VERSIONS;
  }
}
