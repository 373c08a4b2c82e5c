package org.evenhand.policy.version;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.policy.directory.Actor;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a step on a version works with; the policy is locked meanwhile. */
public record VersionContext(
    Mutiny.Session session, Policy policy, PolicyVersion version, Actor caller, Instant at)
    implements Steps.Context {

  @Override
  public UUID actor() {
    return caller.person();
  }
}
