package org.evenhand.kit.data;

import java.util.List;
import org.evenhand.kit.web.Violation;
import org.jspecify.annotations.Nullable;

/**
 * @param id of the resource that the row is about, when there is one
 * @param errors why it was refused; empty otherwise
 */
public record RowResult(long row, RowOutcome outcome, @Nullable String id, List<Violation> errors) {

  public static RowResult created(long row, String id) {
    return new RowResult(row, RowOutcome.CREATED, id, List.of());
  }

  public static RowResult changed(long row, String id) {
    return new RowResult(row, RowOutcome.CHANGED, id, List.of());
  }

  public static RowResult unchanged(long row, @Nullable String id) {
    return new RowResult(row, RowOutcome.UNCHANGED, id, List.of());
  }

  public static RowResult refused(long row, Violation... errors) {
    return new RowResult(row, RowOutcome.REFUSED, null, List.of(errors));
  }
}
