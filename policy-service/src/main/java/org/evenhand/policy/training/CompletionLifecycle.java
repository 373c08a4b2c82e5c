package org.evenhand.policy.training;

import static org.evenhand.policy.training.CompletionState.COMPLETED;
import static org.evenhand.policy.training.CompletionState.ENROLLED;
import static org.evenhand.policy.training.CompletionState.EXEMPT;
import static org.evenhand.policy.training.CompletionState.EXPIRED;
import static org.evenhand.policy.training.CompletionStep.EXEMPTION;
import static org.evenhand.policy.training.CompletionStep.EXEMPTION_COUNTERSIGNATURE;
import static org.evenhand.policy.training.CompletionStep.RECORD;
import static org.evenhand.policy.training.CompletionStep.TAKING_BACK;

import org.evenhand.kit.web.lifecycle.Lifecycle;
import org.evenhand.kit.web.lifecycle.LifecycleSource;

/** The lifecycle of a completion. It expires, and an exemption ends, by the day. */
public final class CompletionLifecycle implements LifecycleSource {

  static final Lifecycle<CompletionState> OF_COMPLETIONS =
      Lifecycle.startingAt(ENROLLED)
          .may(ENROLLED, RECORD.operation(), COMPLETED)
          .may(ENROLLED, EXEMPTION.operation())
          .may(ENROLLED, EXEMPTION_COUNTERSIGNATURE.operation(), EXEMPT)
          .becomes(ENROLLED, EXEMPT)
          .may(COMPLETED, RECORD.operation(), COMPLETED)
          .may(COMPLETED, TAKING_BACK.operation(), ENROLLED, COMPLETED, EXEMPT)
          .becomes(COMPLETED, EXPIRED)
          .becomes(COMPLETED, EXEMPT)
          .may(EXPIRED, RECORD.operation(), COMPLETED)
          .may(EXPIRED, EXEMPTION.operation())
          .may(EXPIRED, EXEMPTION_COUNTERSIGNATURE.operation(), EXEMPT)
          .becomes(EXPIRED, EXEMPT)
          .becomes(EXPIRED, COMPLETED)
          .may(EXEMPT, RECORD.operation(), COMPLETED)
          .becomes(EXEMPT, EXEMPT)
          .becomes(EXEMPT, EXPIRED)
          .build();

  @Override
  public String schema() {
    return "TrainingCompletion";
  }

  @Override
  public Lifecycle<?> lifecycle() {
    return OF_COMPLETIONS;
  }
}
