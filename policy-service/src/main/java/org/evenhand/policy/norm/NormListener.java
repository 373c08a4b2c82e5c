package org.evenhand.policy.norm;

import io.smallrye.mutiny.Uni;
import org.evenhand.policy.version.Policy;
import org.hibernate.reactive.mutiny.Mutiny;

/** Hears of norms. */
public interface NormListener {

  /** In the transaction of the batch; the versions of the policy can't change meanwhile. */
  Uni<Void> normTold(Mutiny.Session session, Policy policy);
}
