package org.evenhand.policy.charter.work;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.policy.charter.Charter;
import org.evenhand.policy.directory.Actor;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a step on a charter works with; charters are held meanwhile. */
public record CharterContext(Mutiny.Session session, Charter charter, Actor caller, Instant at)
    implements Steps.Context {

  @Override
  public UUID actor() {
    return caller.person();
  }
}
