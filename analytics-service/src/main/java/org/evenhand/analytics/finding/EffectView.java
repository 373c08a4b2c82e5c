package org.evenhand.analytics.finding;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.analytics.fairness.FairnessView.IntervalView;
import org.jspecify.annotations.Nullable;

/** The effect in the unit of its metric, with its 95 % interval. */
@Schema(name = "FindingEffect")
public record EffectView(
    @Schema(description = "Absent where nobody of the reference group is selected")
        @Nullable Double value,
    @Nullable IntervalView interval) {}
