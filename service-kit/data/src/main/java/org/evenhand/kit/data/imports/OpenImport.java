package org.evenhand.kit.data.imports;

import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The import of a kind that is in line first. */
record OpenImport(
    UUID id,
    boolean queued,
    boolean dryRun,
    boolean similarKeysMeant,
    long rows,
    long appliedThrough,
    @Nullable ImportSender sender) {

  /** As the handler meets it. */
  StagedImport in(Mutiny.Session session) {
    return new StagedImport(session, id, rows, dryRun, similarKeysMeant, sender);
  }

  Phase phase() {
    if (queued) {
      return Phase.PREPARE;
    }
    return appliedThrough < rows ? Phase.APPLY : Phase.FINISH;
  }

  /** What a step does. */
  enum Phase {
    PREPARE,
    APPLY,
    FINISH
  }
}
