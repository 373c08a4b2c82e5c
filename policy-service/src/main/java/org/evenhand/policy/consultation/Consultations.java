package org.evenhand.policy.consultation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.evenhand.kit.data.Answer;
import org.evenhand.policy.version.Happening;
import org.evenhand.policy.version.PromisedTerms;
import org.evenhand.policy.version.Transitions;
import org.evenhand.policy.version.VersionAddress;
import org.jspecify.annotations.Nullable;

/** Opening the policy window. */
@ApplicationScoped
public class Consultations {

  private final Transitions transitions;
  private final PromisedTerms promised;

  public Consultations(Transitions transitions, PromisedTerms promised) {
    this.transitions = transitions;
    this.promised = promised;
  }

  public Uni<Answer> open(VersionAddress address, @Nullable String ifMatch) {
    return transitions.perform(
        address,
        ifMatch,
        turn ->
            promised
                .of(turn.session(), address.policyId())
                .invoke(terms -> turn.version().openConsultation(terms, turn.by(), turn.at()))
                .map(terms -> Optional.of(Happening.CONSULTATION_OPENED)));
  }
}
