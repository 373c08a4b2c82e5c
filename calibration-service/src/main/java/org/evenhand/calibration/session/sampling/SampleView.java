package org.evenhand.calibration.session.sampling;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.calibration.session.Consensus;
import org.evenhand.calibration.session.Decision;
import org.evenhand.calibration.session.Objection;
import org.evenhand.calibration.session.RedactedPart;
import org.evenhand.calibration.session.scoring.OwnScore;
import org.jspecify.annotations.Nullable;

/**
 * A sample as a member sees it.
 *
 * @param objection what the second person found, until it is taken out; for the facilitators
 * @param reviewId for the facilitators alone, who decide about it
 * @param originalOrdinal the reviewer's rating, for everyone from REVEALED on and for the
 *     facilitators before
 * @param ownScore the caller's, with the version to change it by
 * @param scores all of them in ascending order, from REVEALED on
 */
@Schema(
    example =
        """
        {
          "id": "019a8c1e-6f00-7000-8000-0000000000e1",
          "position": 7,
          "blind": true,
          "checked": true,
          "parts": [
            {
              "criterion": "delivery",
              "observations": [
                {
                  "situation": "The release was at risk",
                  "behaviour": "[Reviewee] split it and said what would not be in it",
                  "impact": "The first half shipped in time"
                }
              ],
              "narrative": "Twice under pressure, and others followed"
            }
          ],
          "ownScore": {"ordinal": 3, "scoredAt": "2027-01-28T13:00:00Z", "etag": "\\"0\\""}
        }
        """)
public record SampleView(
    UUID id,
    int position,
    boolean blind,
    boolean checked,
    @Nullable Objection objection,
    List<RedactedPart> parts,
    @Nullable OwnScore ownScore,
    @Nullable List<Integer> scores,
    @Nullable Integer originalOrdinal,
    @Nullable UUID reviewId,
    @Nullable Consensus consensus,
    @Nullable Decision decision) {}
