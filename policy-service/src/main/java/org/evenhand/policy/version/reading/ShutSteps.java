package org.evenhand.policy.version.reading;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Set;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.version.PolicyVersion;
import org.evenhand.policy.version.Transition;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What a version refuses although its state allows it, because of something that it doesn't hold.
 */
public interface ShutSteps {

  /** Of those that would be open to the reader. */
  Uni<Set<Transition>> of(Mutiny.Session session, PolicyVersion version, Actor reader, Instant at);
}
