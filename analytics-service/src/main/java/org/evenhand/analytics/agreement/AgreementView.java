package org.evenhand.analytics.agreement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.analytics.viewer.CycleView;
import org.jspecify.annotations.Nullable;

/** How far the raters of a cycle's calibration sessions meant the same. */
@Schema(name = "Agreement", example = AgreementExample.JSON)
public record AgreementView(CycleView cycle, String note, List<SessionView> sessions) {

  /** One session, as it was when the blind scores were revealed. */
  @Schema(name = "SessionAgreement")
  public record SessionView(
      UUID sessionId,
      int raters,
      int samples,
      @Schema(description = "Fewer than three raters: no alpha") boolean paired,
      @Schema(
              description =
                  "Krippendorff's alpha, ordinal; 1 is full agreement. In tenths for people, and"
                      + " absent below .05: they may read the scores of all samples but one, and"
                      + " would work out those of that one")
          @Nullable Double alpha,
      @Schema(description = "Lower limit of the 95 % interval; not for people")
          @Nullable Double low,
      @Schema(description = "Upper limit of the 95 % interval; not for people")
          @Nullable Double high,
      @Schema(description = "Of alpha; INSUFFICIENT where scores pile up, see ac2 there")
          AgreementLevel level,
      @Schema(
              description =
                  "Beside alpha. Absent for pairs, and for sessions from before it was told")
          @Nullable SessionMeasures measures,
      Instant revealedAt) {

    SessionView inTenths() {
      return new SessionView(
          sessionId,
          raters,
          samples,
          paired,
          alpha == null || alpha < 0.05 ? null : Math.rint(alpha * 10) / 10,
          null,
          null,
          level,
          measures == null ? null : measures.inTenths(),
          revealedAt);
    }
  }
}
