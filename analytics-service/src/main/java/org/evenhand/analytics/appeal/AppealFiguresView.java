package org.evenhand.analytics.appeal;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.analytics.viewer.CycleView;
import org.evenhand.analytics.viewer.View;
import org.jspecify.annotations.Nullable;

/**
 * The appeals against the results of a cycle.
 *
 * @param note what the figures are, or why there are none yet
 * @param until appeals that were filed by then are counted; absent before the cycle is closed
 * @param total of all units; absent where it would give a hidden unit away, and to whoever sees
 *     some units alone
 */
@Schema(
    name = "AppealFigures",
    example =
        """
        {"cycle": {"id": "019a8c1e-6f00-7000-8000-000000000001", "key": "2026", "origin": "LIVE"},
         "scope": "WHOLE", "least": 5,
         "note": "Appeals that were filed until the cycle was closed, once all of them had ended.",
         "until": "2027-03-12T08:00:00Z",
         "total": {"results": 240, "filed": 31, "admitted": 24, "changed": 9},
         "units": [
           {"unit": "Finance", "suppressed": true},
           {"unit": "Legal", "suppressed": true},
           {"unit": "Press", "suppressed": false,
            "figures": {"results": 120, "filed": 19, "admitted": 14, "changed": 9}}]}
        """)
public record AppealFiguresView(
    CycleView cycle,
    View.Scope scope,
    int least,
    String note,
    @Nullable Instant until,
    @Nullable AppealedView total,
    List<UnitView> units) {

  /**
   * Results that were shared, those of them that were appealed, those of these that HR admitted,
   * and those of these that a panel raised.
   */
  @Schema(name = "AppealedResults")
  public record AppealedView(long results, long filed, long admitted, long changed) {

    static AppealedView of(Appealed appealed) {
      return new AppealedView(
          appealed.results(), appealed.filed(), appealed.admitted(), appealed.changed());
    }
  }

  /**
   * @param suppressed whether it is hidden, because somebody would stand out of it or of another
   */
  @Schema(name = "AppealsOfUnit")
  public record UnitView(String unit, boolean suppressed, @Nullable AppealedView figures) {}
}
