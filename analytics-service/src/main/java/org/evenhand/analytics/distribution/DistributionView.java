package org.evenhand.analytics.distribution;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.publication.Visibility;
import org.evenhand.analytics.viewer.CycleView;
import org.evenhand.analytics.viewer.View;
import org.jspecify.annotations.Nullable;

/** How the ratings of a cycle are distributed, before and after calibration. */
@Schema(
    name = "Distribution",
    requiredProperties = {"cycle", "by", "scope", "leastGroup", "phases"},
    example = DistributionExample.JSON)
public record DistributionView(
    CycleView cycle,
    @Schema(examples = "orgUnit") String by,
    View.Scope scope,
    @Schema(description = "Groups below this size are not shown; 0 for ratings that you gave")
        int leastGroup,
    List<PhaseView> phases) {

  /** One side of calibration. */
  @Schema(
      name = "DistributionPhase",
      requiredProperties = {"phase", "state", "note", "onOtherScales", "groups"})
  public record PhaseView(
      Phase phase,
      Visibility state,
      @Schema(description = "The state in words") String note,
      @Nullable Scale scale,
      @Schema(description = "When the shown counts were last renewed")
          @Nullable Instant publishedAt,
      @Schema(description = "All people; not shown when a group is hidden") @Nullable Long people,
      @Schema(description = "Ratings left out, being on another scale") long onOtherScales,
      List<GroupView> groups) {

    static PhaseView without(Phase phase, Visibility state) {
      return new PhaseView(phase, state, state.words(), null, null, null, 0, List.of());
    }
  }

  /** A group with its levels, or named as hidden with the rule that hides it. */
  @Schema(
      name = "DistributionGroup",
      requiredProperties = {"value", "suppressed"})
  public record GroupView(
      String value,
      boolean suppressed,
      @Nullable String rule,
      @Nullable Long people,
      @Nullable List<LevelView> levels) {}

  /** The people at one level. */
  @Schema(
      name = "DistributionLevel",
      requiredProperties = {"ordinal", "people", "share"})
  public record LevelView(
      @Schema(description = "1 is the lowest") int ordinal,
      long people,
      @Schema(description = "0 to 1") double share) {}
}
