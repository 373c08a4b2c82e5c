package org.evenhand.policy.difference;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What changed between two versions. */
@Schema(
    name = "Difference",
    description = "Empty changes mean the same content.",
    example =
        """
        {
          "policyId": "0198f2a0-0000-7000-8000-000000000010",
          "from": 1,
          "to": 2,
          "changes": [
            {
              "path": "Criteria › delivery › weight",
              "kind": "CHANGED",
              "before": 60,
              "after": 50
            }
          ]
        }
        """)
public record DifferenceView(UUID policyId, int from, int to, List<ChangeView> changes) {

  static DifferenceView of(UUID policyId, int from, int to, List<Change> changes) {
    return new DifferenceView(policyId, from, to, changes.stream().map(ChangeView::of).toList());
  }

  /** One change. */
  @Schema(name = "Change")
  public record ChangeView(
      @Schema(description = "Where, in words", examples = "Criteria › delivery › weight")
          String path,
      Change.Kind kind,
      @Schema(description = "The JSON value that was there; absent when added")
          @Nullable Object before,
      @Schema(description = "The JSON value that is there; absent when removed")
          @Nullable Object after) {

    static ChangeView of(Change change) {
      return new ChangeView(change.path(), change.kind(), change.before(), change.after());
    }
  }
}
