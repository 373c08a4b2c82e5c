package org.evenhand.kit.data.imports;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Keeps what imports of a kind change as it is while somebody acts by it. Any number may at once;
 * an import waits for them with each of its steps, and whoever comes then waits for that step.
 */
@ApplicationScoped
public class ImportPause {

  /**
   * For others until this transaction ends. Fails with SQLSTATE 55P03 where a step of an import
   * takes long, so that those who wait don't take all connections.
   */
  public Uni<Void> hold(Mutiny.Session session, String kind) {
    return lock(session, "import_pause", kind);
  }

  /** For an import, whose changes are there at once with the end of this transaction. */
  Uni<Void> end(Mutiny.Session session, String kind) {
    return lock(session, "pg_advisory_xact_lock", kind);
  }

  private static Uni<Void> lock(Mutiny.Session session, String lock, String kind) {
    return Rows.unflushed(
            session, "select cast(%s(hashtextextended(:what, 0)) as text) as held".formatted(lock))
        .bind("what", "what imports change: " + kind)
        .run();
  }
}
