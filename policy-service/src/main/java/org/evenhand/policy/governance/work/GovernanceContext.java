package org.evenhand.policy.governance.work;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.governance.GovernanceReview;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a step on a review works with; charters and reviews are held meanwhile. */
public record GovernanceContext(
    Mutiny.Session session, GovernanceReview review, Actor caller, Instant at)
    implements Steps.Context {

  @Override
  public UUID actor() {
    return caller.person();
  }
}
