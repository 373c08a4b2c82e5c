package org.evenhand.kit.data.imports;

import java.util.List;

/** How many rows came to what. */
record Counts(long created, long changed, long unchanged, long refused) {

  static Counts of(List<RowResult> results) {
    return new Counts(
        count(results, RowOutcome.CREATED),
        count(results, RowOutcome.CHANGED),
        count(results, RowOutcome.UNCHANGED),
        count(results, RowOutcome.REFUSED));
  }

  Counts plusRefused(long more) {
    return new Counts(created, changed, unchanged, refused + more);
  }

  private static long count(List<RowResult> results, RowOutcome outcome) {
    return results.stream().filter(result -> result.outcome() == outcome).count();
  }
}
