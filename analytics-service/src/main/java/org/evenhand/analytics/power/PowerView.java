package org.evenhand.analytics.power;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.publication.ReleaseView;
import org.evenhand.analytics.publication.Visibility;
import org.evenhand.analytics.viewer.CycleView;
import org.jspecify.annotations.Nullable;

/** The smallest effects that the group sizes of a dimension would let be seen. */
@Schema(name = "Power", example = PowerExample.JSON)
record PowerView(
    CycleView cycle,
    String dimension,
    Visibility state,
    @Schema(description = "The state in words") String note,
    @Schema(description = "Groups below this size are not shown") int leastGroup,
    @Schema(description = "Of the basis") @Nullable ReleaseView release,
    @Schema(description = "Of one test, two-sided; a family of tests takes larger effects")
        double alpha,
    @Schema(description = "The chance to find an effect of the stated size") double power,
    @Schema(description = "The cycle whose published group sizes these are")
        @Nullable CycleView basis,
    @Schema(description = "Of the basis") @Nullable Phase phase,
    @Nullable String reference,
    @Schema(description = "Rated at or above the favourable level, 0 to 1")
        @Nullable Double referenceRate,
    List<GroupView> groups) {

  /** What a group is in the statement. */
  @Schema(name = "PowerGroupRole")
  enum GroupRole {
    REFERENCE,
    COMPARED,
    /** Those who declared nothing are never compared. */
    COVERAGE,
    /** Fewer people than a comparison needs, or no reference to compare with. */
    INSUFFICIENT,
    SUPPRESSED
  }

  /** A group with its smallest effects, or named as hidden with the rule that hides it. */
  @Schema(name = "PowerGroup")
  record GroupView(
      String value,
      GroupRole role,
      boolean suppressed,
      @Nullable String rule,
      @Nullable Long n,
      @Schema(
              description =
                  "A ratio at or below it would be found; absent when not even 0 would, or where"
                      + " nothing is compared")
          @Nullable Double impactRatio,
      @Schema(description = "A delta of at least this, in either direction, would be found")
          @Nullable Double cliffsDelta,
      @Schema(description = "The figures in words") @Nullable String words) {

    static GroupView without(String value, GroupRole role, @Nullable Long n, String words) {
      return new GroupView(value, role, false, null, n, null, null, words);
    }
  }
}
