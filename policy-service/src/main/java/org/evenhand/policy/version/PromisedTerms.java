package org.evenhand.policy.version;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.evenhand.policy.PolicySettings;
import org.evenhand.policy.content.PolicyContent;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The minimum days that hold for a version: those of the version that it replaces, because a
 * version can't grant itself less time than people were promised. A retired version still counts;
 * otherwise retiring would be a way around.
 */
@ApplicationScoped
public class PromisedTerms {

  private final PolicyRepository repository;
  private final PolicySettings settings;

  public PromisedTerms(PolicyRepository repository, PolicySettings settings) {
    this.repository = repository;
    this.settings = settings;
  }

  public Uni<Terms> of(Mutiny.Session session, UUID policyId) {
    return repository
        .lastInForce(session, policyId)
        .map(replaced -> replaced.map(PolicyVersion::content).map(this::of).orElseGet(this::first));
  }

  private Terms of(PolicyContent replaced) {
    return new Terms(replaced.consultationDays(), replaced.noticeDays(), settings.briefing());
  }

  private Terms first() {
    return new Terms(
        settings.firstConsultationDays(), settings.firstNoticeDays(), settings.briefing());
  }
}
