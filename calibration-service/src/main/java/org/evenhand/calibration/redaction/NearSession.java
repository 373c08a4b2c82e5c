package org.evenhand.calibration.redaction;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.evenhand.calibration.pool.Pool;
import org.evenhand.calibration.session.Session;
import org.hibernate.reactive.mutiny.Mutiny;

/** Of whom those who sat in a session may speak though they shouldn't. */
@ApplicationScoped
public class NearSession {

  private final Pool pool;

  NearSession(Pool pool) {
    this.pool = pool;
  }

  /** The members, and the people of the reviews. */
  public Uni<Collection<UUID>> of(Mutiny.Session db, Session session) {
    return pool.peopleOf(db, session.reviewIds())
        .map(
            people -> {
              Set<UUID> near = new LinkedHashSet<>(session.members().ever());
              near.addAll(people);
              return near;
            });
  }
}
