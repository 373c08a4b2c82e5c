package org.evenhand.policy.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.ProblemType;
import org.evenhand.policy.PolicyProblem;
import org.junit.jupiter.api.Test;

class ProposedExemptionTest {

  private static final UUID HR = UUID.randomUUID();
  private static final UUID MANAGER = UUID.randomUUID();
  private static final UUID SUCCESSOR = UUID.randomUUID();
  private static final Exemption WANTED =
      new Exemption(Exemption.Code.OTHER, "Led it", null, HR, null, Instant.EPOCH);
  private static final CoLeads LEADS = new CoLeads(HR, MANAGER);

  @Test
  void the_other_of_the_two_agrees() {
    Exemption agreed = agreed(ProposedExemption.NONE.renewed(WANTED), MANAGER, LEADS);

    assertThat(agreed.agreedBy()).isEqualTo(MANAGER);
    assertThat(agreed.proposedBy()).isEqualTo(HR);
  }

  @Test
  void nobody_agrees_with_themself() {
    assertRefused(ProposedExemption.NONE.renewed(WANTED), HR, LEADS, PolicyProblem.SAME_SIDE_TWICE);
  }

  @Test
  void nobody_agrees_to_what_somebody_proposed_who_leads_the_module_no_more() {
    CoLeads changed = new CoLeads(SUCCESSOR, MANAGER);

    assertRefused(
        ProposedExemption.NONE.renewed(WANTED), MANAGER, changed, PolicyProblem.TRANSITION_REFUSED);
  }

  @Test
  void what_was_settled_or_never_proposed_is_open_to_nobody() {
    ProposedExemption settled = ProposedExemption.NONE.renewed(WANTED).settled();

    assertRefused(settled, MANAGER, LEADS, PolicyProblem.TRANSITION_REFUSED);
    assertRefused(ProposedExemption.NONE, MANAGER, LEADS, PolicyProblem.TRANSITION_REFUSED);
    assertThat(settled.renewed(WANTED).times()).as("each is another version").isEqualTo(2);
  }

  private static void assertRefused(
      ProposedExemption proposed, UUID by, CoLeads leads, ProblemType why) {
    assertThatThrownBy(() -> agreed(proposed, by, leads))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.type()).isEqualTo(why));
  }

  private static Exemption agreed(ProposedExemption proposed, UUID by, CoLeads leads) {
    return proposed.agreed(by, leads, CompletionState.ENROLLED, Instant.EPOCH);
  }
}
