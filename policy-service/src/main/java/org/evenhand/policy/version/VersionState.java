package org.evenhand.policy.version;

import static org.evenhand.policy.version.Transition.ACKNOWLEDGEMENTS;
import static org.evenhand.policy.version.Transition.ANNOUNCEMENT;
import static org.evenhand.policy.version.Transition.COMMENTS;
import static org.evenhand.policy.version.Transition.DISPOSITION;
import static org.evenhand.policy.version.Transition.EDIT;
import static org.evenhand.policy.version.Transition.ENDING;
import static org.evenhand.policy.version.Transition.ENDING_COUNTERSIGNATURE;
import static org.evenhand.policy.version.Transition.ENDING_WITHDRAWAL;
import static org.evenhand.policy.version.Transition.SIGNER_REPLACEMENT;
import static org.evenhand.policy.version.Transition.SIGN_OFFS;
import static org.evenhand.policy.version.Transition.SIGN_OFF_OPENING;
import static org.evenhand.policy.version.Transition.WITHDRAWAL;

import java.util.List;
import org.evenhand.kit.web.Problem;
import org.evenhand.policy.PolicyProblem;

/** Where a version stands. Taking effect and being superseded come by themselves, on a date. */
public enum VersionState {
  DRAFT(EDIT, Transition.CONSULTATION, WITHDRAWAL),
  CONSULTATION(EDIT, COMMENTS, DISPOSITION, SIGN_OFF_OPENING, WITHDRAWAL),
  SIGN_OFF(SIGN_OFFS, SIGNER_REPLACEMENT, WITHDRAWAL),
  APPROVED(ANNOUNCEMENT, ENDING, ENDING_COUNTERSIGNATURE, ENDING_WITHDRAWAL),
  ANNOUNCED(ACKNOWLEDGEMENTS, ENDING, ENDING_COUNTERSIGNATURE, ENDING_WITHDRAWAL),
  EFFECTIVE(ACKNOWLEDGEMENTS, ENDING, ENDING_COUNTERSIGNATURE, ENDING_WITHDRAWAL),
  SUPERSEDED,
  RETIRED,
  WITHDRAWN;

  private final List<Transition> open;

  VersionState(Transition... open) {
    this.open = List.of(open);
  }

  public List<Transition> open() {
    return open;
  }

  /** Whether it still is on its way to take effect. A policy has one such version at a time. */
  public boolean underWay() {
    return ordinal() < EFFECTIVE.ordinal();
  }

  /**
   * @throws Problem 409 with the transitions that are allowed
   */
  void require(Transition wanted) {
    if (!open.contains(wanted)) {
      throw Problem.of(
              PolicyProblem.TRANSITION_REFUSED,
              "A version in %s does not allow %s.".formatted(this, wanted.slug()))
          .allowing(open.stream().map(Transition::slug).toList());
    }
  }

  /** What else is allowed, for a refusal that lies not in the state. */
  public List<String> others(Transition refused) {
    return open.stream().filter(t -> t != refused).map(Transition::slug).toList();
  }
}
