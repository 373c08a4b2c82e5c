package org.evenhand.policy.guidance.work;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.guidance.GuidanceFacts;
import org.evenhand.policy.guidance.GuidanceRequest;
import org.evenhand.policy.guidance.access.GuidanceRelation;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a step on a request works with; the request is held meanwhile. */
record GuidanceContext(
    Mutiny.Session session,
    GuidanceRequest request,
    GuidanceRelation relation,
    Actor caller,
    Instant at)
    implements Steps.Context {

  @Override
  public UUID actor() {
    return caller.person();
  }

  /** The audit names nobody. */
  @Override
  public String author() {
    return GuidanceFacts.ACTOR;
  }
}
