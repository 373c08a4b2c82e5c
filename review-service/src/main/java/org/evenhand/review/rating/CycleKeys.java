package org.evenhand.review.rating;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/** The registry that keeps a cycle key from meaning both a cycle of ours and one from elsewhere. */
@ApplicationScoped
public class CycleKeys {

  /** The cycle that a key stands for. */
  public record Registered(String key, UUID cycleId, Origin origin) {}

  /**
   * Claims a key for a cycle unless it is taken, and returns the cycle that holds it, for the
   * caller to compare. Two simultaneous callers wait for each other, and one of them gets the
   * other's cycle.
   */
  public Uni<Registered> register(Mutiny.Session session, Registered wanted) {
    return session
        .createNativeQuery(
            """
            insert into cycle_key (key, cycle_id, origin) values (:key, :cycle, :origin)
            on conflict (key) do nothing
            """)
        .setParameter("key", wanted.key())
        .setParameter("cycle", wanted.cycleId())
        .setParameter("origin", wanted.origin().name())
        .executeUpdate()
        .chain(() -> find(session, wanted.key()))
        .map(found -> found.orElse(wanted));
  }

  /** The cycle of a key, or of an id written as text. */
  public Uni<Optional<Registered>> find(Mutiny.Session session, String keyOrId) {
    return Rows.of(
            session,
            """
            select key, cycle_id, origin from cycle_key
            where key = :wanted or cycle_id::text = :wanted
            """)
        .bind("wanted", keyOrId)
        .list(CycleKeys::registered)
        .map(found -> found.stream().findFirst());
  }

  private static Registered registered(Row row) {
    return new Registered(
        row.text("key"), row.uuid("cycle_id"), row.constant("origin", Origin.class));
  }
}
