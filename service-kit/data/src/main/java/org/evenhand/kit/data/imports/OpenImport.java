package org.evenhand.kit.data.imports;

import java.util.UUID;

/** The import of a kind that is in line first. */
record OpenImport(UUID id, boolean queued, boolean dryRun, long rows, long appliedThrough) {

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
