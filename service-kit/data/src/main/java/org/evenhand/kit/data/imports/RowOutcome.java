package org.evenhand.kit.data.imports;

/** What a row of an import came to. */
public enum RowOutcome {
  CREATED,
  CHANGED,
  UNCHANGED,
  REFUSED
}
