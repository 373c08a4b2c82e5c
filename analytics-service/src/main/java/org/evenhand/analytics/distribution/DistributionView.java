package org.evenhand.analytics.distribution;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.guidance.Guidance;
import org.evenhand.analytics.guidance.GuidanceState;
import org.evenhand.analytics.publication.ReleaseView;
import org.evenhand.analytics.publication.Visibility;
import org.evenhand.analytics.statistics.monitoring.PlaceInRange;
import org.evenhand.analytics.viewer.CycleView;
import org.evenhand.analytics.viewer.View;
import org.jspecify.annotations.Nullable;

/** How the ratings of a cycle are distributed, before and after calibration. */
@Schema(name = "Distribution", example = DistributionExample.JSON)
public record DistributionView(
    CycleView cycle,
    @Schema(examples = "orgUnit") String by,
    View.Scope scope,
    @Schema(
            description =
                "Groups below this size are not shown; 0 where you may read the ratings themselves")
        int leastGroup,
    ReleaseView release,
    GuidanceView guidance,
    List<PhaseView> phases) {

  /** Whether the policy of the cycle expects a distribution, and which policy that is. */
  @Schema(name = "DistributionGuidance")
  public record GuidanceView(
      GuidanceState state,
      @Schema(description = "The state in words") String note,
      @Nullable UUID policyId,
      @Nullable Integer policyVersion) {

    static GuidanceView of(Guidance guidance) {
      return new GuidanceView(
          guidance.state(),
          guidance.state().words(),
          guidance.policyId(),
          guidance.policyVersion());
    }
  }

  /** One side of calibration. */
  @Schema(name = "DistributionPhase")
  public record PhaseView(
      Phase phase,
      Visibility state,
      @Schema(description = "The state in words") String note,
      @Nullable Scale scale,
      @Schema(description = "When the edition was made") @Nullable Instant publishedAt,
      @Schema(description = "All people; not shown when a group is hidden") @Nullable Long people,
      @Schema(description = "Ratings left out, being on another scale") long onOtherScales,
      List<GroupView> groups) {

    static PhaseView without(Phase phase, Visibility state) {
      return new PhaseView(phase, state, state.words(), null, null, null, 0, List.of());
    }
  }

  /** A group with its levels, or named as hidden with the rule that hides it. */
  @Schema(name = "DistributionGroup")
  public record GroupView(
      String value,
      boolean suppressed,
      @Nullable String rule,
      @Nullable Long people,
      @Nullable List<LevelView> levels,
      @Schema(
              description =
                  "Whether a level lies outside its guidance; absent where the group has none")
          @Nullable Boolean outsideGuidance) {

    static GroupView hidden(String value, String rule) {
      return new GroupView(value, true, rule, null, null, null);
    }
  }

  /** The people at one level. */
  @Schema(name = "DistributionLevel")
  public record LevelView(
      @Schema(description = "1 is the lowest") int ordinal,
      long people,
      @Schema(description = "0 to 1") double share,
      @Schema(description = "Absent where the policy expects no share of this level")
          @Nullable RangeView guidance) {}

  /** What may be expected at a level, and where the people at it lie. */
  @Schema(
      name = "ExpectedRange",
      description =
          "Numbers of people that the policy's shares would give; together, all levels of a group"
              + " that follows them lie in their ranges at least 95 times in a hundred.")
  public record RangeView(
      @Schema(description = "The least share that the policy expects, 0 to 1") double lowShare,
      @Schema(description = "The greatest share that the policy expects, 0 to 1") double highShare,
      @Schema(description = "As few people may be expected") long lowPeople,
      @Schema(description = "As many people may be expected") long highPeople,
      PlaceInRange place) {}
}
