package org.evenhand.policy.training;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.PolicyProblem;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What one of the two who lead a module has proposed for somebody, and the other hasn't agreed to.
 *
 * @param exemption null where nothing is proposed
 * @param times how often something was: for the two it is another version of what they read
 */
@Embeddable
record ProposedExemption(
    @Column(name = "proposal") @JdbcTypeCode(SqlTypes.JSON) @Nullable Exemption exemption,
    @Column(name = "proposals") long times) {

  static final ProposedExemption NONE = new ProposedExemption(null, 0);

  ProposedExemption renewed(Exemption proposed) {
    return new ProposedExemption(proposed, times + 1);
  }

  /** It was agreed to, or isn't needed any more. */
  ProposedExemption settled() {
    return new ProposedExemption(null, times);
  }

  /**
   * The other side's agreement.
   *
   * @param leads the two who lead the module now
   * @param state of whom it is for
   * @throws Problem SAME_SIDE_TWICE, or TRANSITION_REFUSED where there is nothing to agree to
   */
  Exemption agreed(UUID by, CoLeads leads, CompletionState state, Instant at) {
    if (exemption == null) {
      throw refused("Nobody has proposed an exemption.", state);
    }
    if (exemption.isBy(by)) {
      throw Problem.of(
          PolicyProblem.SAME_SIDE_TWICE, "The other of the two who lead the module countersigns.");
    }
    if (!exemption.isOpenTo(by, leads)) {
      throw refused("Who has proposed it leads the module no more: it is proposed anew.", state);
    }
    return exemption.agreed(by, at);
  }

  private static Problem refused(String why, CompletionState state) {
    return Problem.of(PolicyProblem.TRANSITION_REFUSED, why)
        .allowing(CompletionLifecycle.OF_COMPLETIONS.operations(state));
  }
}
