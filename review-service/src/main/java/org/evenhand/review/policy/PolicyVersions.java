package org.evenhand.review.policy;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The policy versions that this service knows, because they were announced. */
@ApplicationScoped
public class PolicyVersions {

  public Uni<Optional<PolicyVersion>> find(Mutiny.Session session, UUID policyId, int version) {
    return session
        .find(PolicyVersion.class, new PolicyVersionId(policyId, version))
        .map(Optional::ofNullable);
  }

  /** All that are in force, whomever they bind. */
  public Uni<List<PolicyVersion>> inForce(Mutiny.Session session) {
    return session
        .createSelectionQuery("from PolicyVersion p where p.state = EFFECTIVE", PolicyVersion.class)
        .getResultList();
  }

  /** A version to which something here is pinned, and which therefore is known. */
  public Uni<PolicyVersion> pinned(Mutiny.Session session, UUID policyId, int version) {
    return find(session, policyId, version).map(Optional::orElseThrow);
  }
}
