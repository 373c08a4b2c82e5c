package org.evenhand.calibration.session.scoring;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.calibration.agreement.PairKappas;
import org.jspecify.annotations.Nullable;

/**
 * What the scores say beside alpha, as one reader may see it.
 *
 * @param sampleLevels of the samples in this reader's agenda: held against all, they would tell of
 *     the one that is missing
 */
record MeasuresView(
    @Schema(description = "How many samples of this agenda are disputed how much, by r_wg")
        SampleLevels sampleLevels,
    @Schema(
            description =
                "Whether nearly all scores are of one level: alpha then falls though raters agree")
        boolean piledUp,
    @Schema(
            description =
                "Gwet's AC2 with quadratic weights; only where scores pile up, from ten samples on",
            examples = "0.93")
        @Nullable Double ac2,
    @Schema(
            description =
                "For the facilitators: how the quadratic weighted kappas of the pairs of raters"
                    + " lie, rounded down to steps of .1 from 0 (or below) to .8 (or more). Only"
                    + " from three pairs with ten samples in common and five disputed samples on,"
                    + " and not where scores pile up")
        @Nullable PairKappas pairKappas,
    @Schema(
            description =
                "For a rater: their own quadratic weighted kappa with all others together, from"
                    + " ten samples on, and not where scores pile up. Nobody else sees it",
            examples = "0.71")
        @Nullable Double ownKappa) {}
