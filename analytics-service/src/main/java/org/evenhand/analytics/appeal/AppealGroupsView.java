package org.evenhand.analytics.appeal;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.analytics.appeal.AppealFiguresView.AppealedView;
import org.evenhand.analytics.viewer.CycleView;
import org.jspecify.annotations.Nullable;

/**
 * The appeals against the results of a cycle, by a protected attribute.
 *
 * @param note what the figures are, or why there are none yet
 * @param until appeals that were filed by then are counted; absent while nothing is published
 */
@Schema(
    name = "AppealGroups",
    example =
        """
        {"cycle": {"id": "019a8c1e-6f00-7000-8000-000000000001", "key": "2026", "origin": "LIVE"},
         "dimension": "disability", "least": 5,
         "note": "Appeals that were filed until the cycle was closed, once all of them had ended.",
         "until": "2027-03-12T08:00:00Z",
         "groups": [
           {"value": "Disabled", "suppressed": false,
            "figures": {"results": 52, "filed": 15, "admitted": 10, "changed": 5}},
           {"value": "Not disabled", "suppressed": true},
           {"value": "undeclared", "suppressed": true}]}
        """)
public record AppealGroupsView(
    CycleView cycle,
    String dimension,
    int least,
    String note,
    @Nullable Instant until,
    List<GroupView> groups) {

  /**
   * @param suppressed whether it is hidden, because something would follow about somebody
   */
  @Schema(name = "AppealsOfGroup")
  public record GroupView(String value, boolean suppressed, @Nullable AppealedView figures) {}
}
