package org.evenhand.analytics.rater;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.analytics.objection.ObjectionMark;
import org.evenhand.analytics.publication.ReleaseView;
import org.evenhand.analytics.publication.Visibility;
import org.evenhand.analytics.viewer.CycleView;
import org.evenhand.analytics.viewer.View;
import org.evenhand.kit.people.PersonRef;
import org.jspecify.annotations.Nullable;

/** How managers' ratings lie beside those of others, as far as it is open to who asks. */
@Schema(name = "Raters", example = RatersExample.JSON)
record RatersView(
    CycleView cycle,
    View.Scope scope,
    ReleaseView release,
    Visibility state,
    @Schema(description = "What is shown, or why nothing is") String note,
    @Schema(description = "What the figures can't tell") String meaning,
    @Schema(description = "Which figure is of blind samples, and what it can tell")
        String blindSamples,
    @Schema(description = "How a manager contests a profile") String contest,
    List<RaterView> raters) {

  /** Whether figures of a rater are shown, or why not. */
  @Schema(name = "RaterProfileState")
  enum ProfileState {
    SHOWN,
    /** Its manager objected to it and waits for the answer. */
    CONTESTED,
    /** Its manager objected to it, and was right. */
    WITHDRAWN,
    /** Its manager has not seen it as it is now. */
    NOT_SEEN_BY_RATER,
    SUPPRESSED,
    INSUFFICIENT
  }

  /** One rater. */
  @Schema(name = "RaterProfile")
  record RaterView(
      @Schema(description = "Whose ratings they are") PersonRef rater,
      ProfileState state,
      @Schema(description = "The state, or the figures, in words") String words,
      @Schema(description = "How many ratings they gave; to the rater alone") @Nullable Long n,
      @Nullable SeverityView raterSeverity,
      @Schema(description = "From 10 ratings on") @Nullable RangeView rangeRestriction,
      @Schema(description = "From 10 ratings on") @Nullable MiddleView centralTendency,
      @Schema(description = "On the same blind samples as others, whatever became of the rest")
          BlindView blindSeverity,
      @Schema(description = "The latest objection of this rater to the profile of this cycle")
          @Nullable ObjectionMark objection) {}

  /** The level of the ratings; positive is lenient, or a strong team. */
  @Schema(name = "RaterSeverity")
  record SeverityView(
      @Schema(
              description =
                  "The largest of .25, .5 and .75 points beyond which it lies with P > .9, with"
                      + " caution for how roughly the spread of managers and the mean of the others"
                      + " are known; NONE says that there is too little to tell")
          String level,
      @Schema(description = "By .25, .5 and .75 points, whatever the evidence") String size,
      @Schema(description = "In rating points; to others than the rater in steps of .05")
          double shrunkenEffect,
      @Schema(
              description =
                  "That it is more than .25 points, with the same caution; to the rater alone")
          @Nullable Double probability,
      @Schema(description = "To the rater alone") @Nullable Double mean,
      @Schema(description = "To the rater alone") @Nullable Double peersMean,
      @Schema(
              description =
                  "How much of the difference is not taken for chance; to the rater alone")
          @Nullable Double reliability) {}

  /** The width of the ratings. */
  @Schema(name = "RangeRestriction")
  record RangeView(
      @Schema(description = "Below .7, .5 and .35 of the peers' deviation") String level,
      @Schema(description = "To the rater alone") @Nullable Double deviationRatio) {}

  /** The use of the middle. */
  @Schema(name = "CentralTendency")
  record MiddleView(
      @Schema(description = "All of Wilson's interval lies above the peers' share")
          boolean beyondChance,
      @Schema(description = "To the rater alone") @Nullable Double share,
      @Schema(description = "To the rater alone") @Nullable Double low,
      @Schema(description = "To the rater alone") @Nullable Double high,
      @Schema(description = "To the rater alone") @Nullable Double peersShare) {}
}
