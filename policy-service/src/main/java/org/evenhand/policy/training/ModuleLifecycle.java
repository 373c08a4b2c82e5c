package org.evenhand.policy.training;

import static org.evenhand.policy.training.ModuleState.OFFERED;
import static org.evenhand.policy.training.ModuleState.PROPOSED;
import static org.evenhand.policy.training.ModuleState.RETIRED;
import static org.evenhand.policy.training.ModuleState.WITHDRAWN;
import static org.evenhand.policy.training.ModuleStep.AGREEMENT;
import static org.evenhand.policy.training.ModuleStep.CO_LEAD_REPLACEMENT;
import static org.evenhand.policy.training.ModuleStep.EDIT;
import static org.evenhand.policy.training.ModuleStep.ENROLMENT;
import static org.evenhand.policy.training.ModuleStep.RETIREMENT;
import static org.evenhand.policy.training.ModuleStep.RETIREMENT_COUNTERSIGNATURE;
import static org.evenhand.policy.training.ModuleStep.RETIREMENT_WITHDRAWAL;
import static org.evenhand.policy.training.ModuleStep.WITHDRAWAL;
import static org.evenhand.policy.training.ModuleStep.WRITING;

import org.evenhand.kit.web.lifecycle.Lifecycle;
import org.evenhand.kit.web.lifecycle.LifecycleSource;

/**
 * The lifecycle of a module. What is offered isn't edited: people have been trained in it, and kept
 * from rating without it; another module takes its place.
 */
public final class ModuleLifecycle implements LifecycleSource {

  static final Lifecycle<ModuleState> OF_MODULES =
      Lifecycle.startingAt(PROPOSED)
          .may(PROPOSED, EDIT.operation())
          .may(PROPOSED, WRITING.operation())
          .may(PROPOSED, AGREEMENT.operation(), PROPOSED, OFFERED)
          .may(PROPOSED, WITHDRAWAL.operation(), WITHDRAWN)
          .may(PROPOSED, CO_LEAD_REPLACEMENT.operation())
          .may(OFFERED, ENROLMENT.operation())
          .may(OFFERED, RETIREMENT.operation())
          .may(OFFERED, RETIREMENT_WITHDRAWAL.operation())
          .may(OFFERED, RETIREMENT_COUNTERSIGNATURE.operation(), RETIRED)
          .may(OFFERED, CO_LEAD_REPLACEMENT.operation())
          .build();

  @Override
  public String schema() {
    return "TrainingModule";
  }

  @Override
  public Lifecycle<?> lifecycle() {
    return OF_MODULES;
  }
}
