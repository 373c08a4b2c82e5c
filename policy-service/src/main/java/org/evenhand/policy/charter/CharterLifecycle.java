package org.evenhand.policy.charter;

import static org.evenhand.policy.charter.CharterState.DRAFT;
import static org.evenhand.policy.charter.CharterState.IN_FORCE;
import static org.evenhand.policy.charter.CharterState.SIGNED;
import static org.evenhand.policy.charter.CharterState.SIGN_OFF;
import static org.evenhand.policy.charter.CharterState.SUPERSEDED;
import static org.evenhand.policy.charter.CharterStep.EDIT;
import static org.evenhand.policy.charter.CharterStep.SIGNATURE;
import static org.evenhand.policy.charter.CharterStep.SIGNER_REPLACEMENT;
import static org.evenhand.policy.charter.CharterStep.SIGN_OFF_OPENING;
import static org.evenhand.policy.charter.CharterStep.SIGN_OFF_WITHDRAWAL;

import org.evenhand.kit.web.lifecycle.Lifecycle;
import org.evenhand.kit.web.lifecycle.LifecycleSource;

/**
 * The lifecycle of a charter. Coming into force is a matter of its day. A signed charter that both
 * sides regret is superseded by the next one that they sign, also before it was in force.
 */
public final class CharterLifecycle implements LifecycleSource {

  public static final Lifecycle<CharterState> OF_CHARTERS =
      Lifecycle.startingAt(DRAFT)
          .may(DRAFT, EDIT.operation())
          .may(DRAFT, SIGN_OFF_OPENING.operation(), SIGN_OFF)
          .may(SIGN_OFF, SIGNATURE.operation(), SIGN_OFF, SIGNED, DRAFT)
          .may(SIGN_OFF, SIGNER_REPLACEMENT.operation())
          .may(SIGN_OFF, SIGN_OFF_WITHDRAWAL.operation(), DRAFT)
          .becomes(SIGNED, IN_FORCE)
          .becomes(SIGNED, SUPERSEDED)
          .becomes(IN_FORCE, SUPERSEDED)
          .build();

  @Override
  public String schema() {
    return "Charter";
  }

  @Override
  public Lifecycle<?> lifecycle() {
    return OF_CHARTERS;
  }
}
