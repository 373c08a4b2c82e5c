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
@Schema(
    example =
        """
        {
          "agreement": {
            "raters": 3, "samples": 12, "paired": false, "alpha": 0.78, "low": 0.58, "high": 0.9
          },
          "measures": {
            "sampleLevels": {"none": 9, "note": 2, "warn": 0, "critical": 1},
            "piledUp": false,
            "pairKappas": {"pairs": 3, "lowest": 0.5, "median": 0.6, "highest": 0.8}
          },
          "reading": [
            "Alpha says of all samples together whether raters tell them apart alike. ..."
          ],
          "agenda": [
            {
              "sampleId": "019a8c1e-6f00-7000-8000-0000000000e1",
              "position": 7,
              "scores": [2, 3, 5],
              "originalOrdinal": 4,
              "spread": {
                "raters": 3,
                "mean": 3.3333333333333335,
                "range": 3,
                "standardDeviation": 1.5275252316519465,
                "meanAbsoluteDeviation": 1.1111111111111112
              },
              "sampleAgreement": {
                "rwg": 0,
                "meanAbsoluteDeviation": 1.1111111111111112,
                "level": "CRITICAL"
              }
            }
          ]
        }
        """)
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
