package org.evenhand.analytics.growth;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.analytics.viewer.View;
import org.jspecify.annotations.Nullable;

/** A measure of a year by unit. */
@Schema(name = "GrowthFigureByUnit", example = GrowthExample.BY_UNIT)
record GrowthUnitsView(
    GrowthMeasure measure,
    int year,
    View.Scope scope,
    GrowthState state,
    @Schema(description = "The state in words") String note,
    @Schema(description = "Units below this size are not shown") int leastGroup,
    @Schema(description = "The day on which the year is published") LocalDate expectedOn,
    @Schema(description = "When it was; the figures stay as they are")
        @Nullable Instant publishedAt,
    @Schema(
            description =
                "Of all units; absent where it would give a hidden one away, and to whoever sees"
                    + " some alone")
        @Nullable BandsView everybody,
    List<UnitView> units) {

  /** A unit with its figures, or named without. */
  @Schema(name = "GrowthUnit")
  record UnitView(
      String unit,
      boolean suppressed,
      @Schema(description = "Absent where it is hidden") @Nullable BandsView figures) {}
}
