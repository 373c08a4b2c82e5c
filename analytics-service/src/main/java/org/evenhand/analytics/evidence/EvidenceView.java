package org.evenhand.analytics.evidence;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.analytics.publication.ReleaseView;
import org.evenhand.analytics.publication.ReleaseView.EditionView;
import org.evenhand.analytics.publication.Visibility;
import org.evenhand.analytics.viewer.CycleView;
import org.jspecify.annotations.Nullable;

/** How much the ratings of each group of a dimension rest on. */
@Schema(name = "EvidenceParity", example = EvidenceExample.JSON)
record EvidenceView(
    CycleView cycle,
    String dimension,
    Visibility state,
    @Schema(description = "The state in words") String note,
    @Schema(description = "Groups below this size are not shown") int leastGroup,
    ReleaseView release,
    @Schema(description = "With which edition these figures were published; they stay as they are")
        @Nullable EditionView published,
    List<GroupView> groups) {

  /** Whether there are figures of a group. */
  @Schema(
      name = "EvidenceState",
      description =
          "HIDDEN: as its distribution is. UNKNOWN: not of every review was told what it rests on,"
              + " as in years taken in from another system, or it was hidden at the moment at which"
              + " this was published of the cycle.")
  enum GroupState {
    SHOWN,
    HIDDEN,
    UNKNOWN
  }

  /** A group with its figures, or named without. */
  @Schema(name = "EvidenceGroup")
  record GroupView(
      String value,
      GroupState state,
      @Schema(description = "Which rule hides it") @Nullable String rule,
      @Schema(description = "How many were rated by then") @Nullable Long reviews,
      @Schema(description = "Observations in the rated period, on average, in tenths")
          @Nullable Double observationsPerReview,
      @Schema(
              description =
                  "The share of them that say what came of what was seen, 0 to 1; absent where too"
                      + " few reviews rest on any")
          @Nullable Double impactShare,
      @Schema(
              description =
                  "Days from the last of them to the conclusion, on average, over the reviews that"
                      + " rest on any; absent where these are too few")
          @Nullable Double daysSince,
      @Schema(description = "Rated criteria without any, on average, in tenths")
          @Nullable Double criteriaWithoutPerReview) {}
}
