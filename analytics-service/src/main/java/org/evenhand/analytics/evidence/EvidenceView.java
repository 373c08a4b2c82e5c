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

  /** How many of a group's reviews are in a band. */
  @Schema(name = "EvidenceBand")
  record BandView(
      @Schema(description = "The band's name", examples = "1-2") String band,
      @Schema(description = "The share of the reviews, 0 to 1, in hundredths", examples = "0.35")
          double share) {}

  /** A group with its figures, or named without. */
  @Schema(name = "EvidenceGroup")
  record GroupView(
      String value,
      GroupState state,
      @Schema(description = "Which rule hides it") @Nullable String rule,
      @Schema(description = "How many were rated by then") @Nullable Long reviews,
      @Schema(
              description =
                  "Reviews by observations in the rated period: 0, 1-2, 3+. Absent where the shares"
                      + " would tell of people, as the other measures are")
          @Nullable List<BandView> observations,
      @Schema(
              description =
                  "Reviews by whether none, some or all of them say what came of what was seen")
          @Nullable List<BandView> impact,
      @Schema(
              description =
                  "Reviews by days from the last of them to the conclusion: 0-30, 31-90, 91+, or"
                      + " none where there is no observation")
          @Nullable List<BandView> daysSince,
      @Schema(description = "Reviews by rated criteria without any: 0, 1-2, 3+")
          @Nullable List<BandView> criteriaWithout) {}
}
