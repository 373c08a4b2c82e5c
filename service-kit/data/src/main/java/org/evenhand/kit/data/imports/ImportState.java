package org.evenhand.kit.data.imports;

/** Where an import stands. */
public enum ImportState {
  /** Its file comes in. */
  RECEIVING,
  /** It waits for its turn. */
  QUEUED,
  /** Its rows are applied, a chunk at a time. */
  APPLYING,
  /** Every row has its outcome. */
  DONE,
  /** The file was refused as a whole. */
  FAILED
}
