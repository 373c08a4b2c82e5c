package org.evenhand.analytics.growth;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.analytics.fairness.FairnessView.DimensionName;
import org.jspecify.annotations.Nullable;

/** A measure of a year by the groups of a dimension. */
@Schema(name = "GrowthFigure", example = GrowthExample.BY_GROUP)
record GrowthGroupsView(
    GrowthMeasure measure,
    int year,
    DimensionName dimension,
    GrowthState state,
    @Schema(description = "The state in words") String note,
    @Schema(description = "Groups below this size are not shown") int leastGroup,
    @Schema(description = "The day on which the year is published") LocalDate expectedOn,
    @Schema(description = "When it was; the figures stay as they are")
        @Nullable Instant publishedAt,
    @Schema(description = "All people, also of groups that are hidden; absent where none is shown")
        @Nullable BandsView everybody,
    List<GroupView> groups) {

  /** A group with its figures, or named as hidden with the rule that hides it. */
  @Schema(name = "GrowthGroup")
  record GroupView(
      String value,
      boolean suppressed,
      @Nullable String rule,
      @Schema(description = "Absent where it is hidden") @Nullable BandsView figures) {}
}
