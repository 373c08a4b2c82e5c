package org.evenhand.policy.ending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.version.EndingConsequences;
import org.evenhand.policy.version.PolicyRepository;
import org.evenhand.policy.version.PolicyVersion;
import org.evenhand.policy.version.VersionState;
import org.hibernate.reactive.mutiny.Mutiny;

/** Works out what would follow if a version ended now. */
@ApplicationScoped
class Consequences {

  private final PolicyRepository policies;
  private final People people;

  Consequences(PolicyRepository policies, People people) {
    this.policies = policies;
    this.people = people;
  }

  Uni<EndingConsequences> of(Mutiny.Session session, PolicyVersion version) {
    return version.state() == VersionState.EFFECTIVE
        ? ofRetirement(session, version)
        : ofWithdrawal(session, version);
  }

  /**
   * A person has one binding policy, so no other policy binds those whom this one no longer binds.
   */
  private Uni<EndingConsequences> ofRetirement(Mutiny.Session session, PolicyVersion version) {
    return people
        .count(session, version.scope())
        .chain(
            unbound ->
                policies
                    .announced(session, version.policyId())
                    .map(next -> consequences(unbound, Optional.empty(), next)));
  }

  private Uni<EndingConsequences> ofWithdrawal(Mutiny.Session session, PolicyVersion version) {
    return policies
        .inForce(session, version.policyId())
        .map(inForce -> consequences(0, inForce, Optional.empty()));
  }

  private static EndingConsequences consequences(
      long unbound, Optional<PolicyVersion> inForce, Optional<PolicyVersion> announced) {
    return new EndingConsequences(
        unbound,
        inForce.map(PolicyVersion::number).orElse(null),
        announced.map(PolicyVersion::number).orElse(null),
        announced.flatMap(PolicyVersion::announcement).map(a -> a.effectiveOn()).orElse(null));
  }
}
