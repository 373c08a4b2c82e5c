package org.evenhand.policy.version;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.policy.directory.Actor;
import org.hibernate.reactive.mutiny.Mutiny;

/** All that a step on a version has at hand: nothing else moves the policy meanwhile. */
public record Turn(
    Mutiny.Session session, Policy policy, PolicyVersion version, Actor actor, Instant at) {

  public UUID by() {
    return actor.person();
  }
}
