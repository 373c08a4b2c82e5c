package org.evenhand.policy.consultation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.policy.version.PolicyEventType;
import org.evenhand.policy.version.PromisedTerms;
import org.evenhand.policy.version.VersionAddress;
import org.evenhand.policy.version.work.VersionSteps;
import org.jspecify.annotations.Nullable;

/** Opening the policy window. */
@ApplicationScoped
public class Consultations {

  private final VersionSteps steps;
  private final PromisedTerms promised;
  private final NormComments norms;

  public Consultations(VersionSteps steps, PromisedTerms promised, NormComments norms) {
    this.steps = steps;
    this.promised = promised;
    this.norms = norms;
  }

  public Uni<Answer> open(VersionAddress address, @Nullable String ifMatch) {
    return steps.take(
        address,
        ifMatch,
        context ->
            promised
                .of(context.session(), address.policyId())
                .invoke(
                    terms ->
                        context.version().openConsultation(terms, context.actor(), context.at()))
                .call(() -> norms.addTo(context.session(), context.version()))
                .map(terms -> Optional.of(PolicyEventType.CONSULTATION_OPENED)));
  }
}
