package org.evenhand.kit.data.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * @param id of the resource that the row is about, when there is one
 * @param errors why it was refused; empty otherwise
 * @param changes what it would change, column by column; absent but on a dry run that says so
 * @param warnings what is odd about a row that is taken; absent when nothing is
 */
@Schema(
    example =
        """
        {"row": 1, "outcome": "CREATED", "id": "019a8c1e-6f00-7000-8000-000000000401", "errors": []}
        """)
public record RowResult(
    long row,
    RowOutcome outcome,
    @Nullable String id,
    List<Violation> errors,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<CellChange> changes,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Violation> warnings) {

  public static RowResult created(long row, String id) {
    return taken(row, RowOutcome.CREATED, id);
  }

  public static RowResult changed(long row, String id) {
    return taken(row, RowOutcome.CHANGED, id);
  }

  public static RowResult unchanged(long row, @Nullable String id) {
    return taken(row, RowOutcome.UNCHANGED, id);
  }

  public static RowResult taken(long row, RowOutcome outcome, @Nullable String id) {
    return new RowResult(row, outcome, id, List.of(), null, null);
  }

  public static RowResult refused(long row, Violation... errors) {
    return new RowResult(row, RowOutcome.REFUSED, null, List.of(errors), null, null);
  }

  /** This result, with what it changes and what is odd about it; nothing is said of nothing. */
  public RowResult telling(List<CellChange> differences, List<Violation> oddities) {
    return new RowResult(
        row,
        outcome,
        id,
        errors,
        differences.isEmpty() ? null : differences,
        oddities.isEmpty() ? null : oddities);
  }
}
