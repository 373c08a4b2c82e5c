package org.evenhand.calibration.session.scoring;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.calibration.agreement.SampleAgreement;
import org.evenhand.calibration.agreement.ScoreSpread;
import org.evenhand.calibration.session.Agreement;
import org.jspecify.annotations.Nullable;

/**
 * How far the blind scores agree, and what to talk about first.
 *
 * @param agenda the blind samples, most disputed first
 */
public record AgreementView(
    Agreement agreement,
    @Schema(description = "Absent when the session is paired") @Nullable MeasuresView measures,
    @Schema(description = "What the figures of this answer say, and which to go by when")
        List<String> reading,
    List<Item> agenda) {

  /**
   * @param scores in ascending order; empty when everyone was too close to it
   * @param spread null without scores; in rating points
   * @param sampleAgreement null with fewer than three scores: two have a difference, the range of
   *     their spread, and nothing else
   */
  record Item(
      UUID sampleId,
      int position,
      List<Integer> scores,
      int originalOrdinal,
      @Nullable ScoreSpread spread,
      @Schema(
              description =
                  "r_wg from 0 to 1, AD_M in rating points, and the level by r_wg: NOTE below .70,"
                      + " WARN below .50, CRITICAL below .30. Absent with fewer than three scores")
          @Nullable SampleAgreement sampleAgreement) {}
}
