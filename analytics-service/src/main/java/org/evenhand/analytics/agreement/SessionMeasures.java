package org.evenhand.analytics.agreement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Measures of a session's scores beside alpha; measured and judged in the session, not here. */
@Schema(name = "SessionMeasures")
public record SessionMeasures(
    @Schema(
            description =
                "How many samples that three and more scored are disputed how much, by r_wg")
        SampleLevels sampleLevels,
    @Schema(
            description =
                "Whether nearly all scores are of one level: alpha then falls though raters agree")
        boolean piledUp,
    @Schema(
            description =
                "Gwet's AC2 with quadratic weights, which doesn't fall for that; only where scores"
                    + " pile up, from ten samples on")
        @Nullable Double ac2) {

  SessionMeasures inTenths() {
    return new SessionMeasures(
        sampleLevels, piledUp, ac2 == null ? null : Math.rint(ac2 * 10) / 10);
  }

  /** Samples by the level of their dispute. */
  @Schema(name = "SampleLevels")
  public record SampleLevels(
      @Schema(description = "r_wg of .70 and more") int none,
      @Schema(description = "Below .70") int note,
      @Schema(description = "Below .50") int warn,
      @Schema(description = "Below .30") int critical) {}
}
