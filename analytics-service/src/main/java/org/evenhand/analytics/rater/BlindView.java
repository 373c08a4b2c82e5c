package org.evenhand.analytics.rater;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.analytics.rater.RatersView.ProfileState;
import org.jspecify.annotations.Nullable;

/** How a rater's blind scores lie beside those of others on the same samples. */
@Schema(name = "BlindSeverity")
record BlindView(
    ProfileState state,
    @Schema(description = "The state, or the figures, in words") String words,
    @Schema(description = "How many samples it rests on; to the rater alone")
        @Nullable Integer samples,
    @Schema(
            description =
                "The largest of .25, .5 and .75 points beyond which it lies with P > .9, by"
                    + " Student's t over samples")
        @Nullable String level,
    @Schema(description = "By .25, .5 and .75 points, whatever the evidence") @Nullable String size,
    @Schema(
            description =
                "In rating points, positive is lenient. To the rater in hundredths; to others in"
                    + " steps of .25 towards nought, and none beyond .75")
        @Nullable Double difference,
    @Schema(description = "The lower end of the 95 % interval; to the rater alone")
        @Nullable Double low,
    @Schema(description = "The upper end of the 95 % interval; to the rater alone")
        @Nullable Double high) {

  static BlindView without(ProfileState state, String words) {
    return new BlindView(state, words, null, null, null, null, null, null);
  }
}
