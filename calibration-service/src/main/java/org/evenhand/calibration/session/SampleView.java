package org.evenhand.calibration.session;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.request.Preconditions;
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
@Schema(example = Examples.SAMPLE)
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
    @Nullable Decision decision) {

  @Schema(
      example =
          """
          {"ordinal": 3, "note": "Between 3 and 4",
           "scoredAt": "2027-01-28T13:00:00Z", "etag": "\\"0\\""}
          """)
  record OwnScore(int ordinal, @Nullable String note, Instant scoredAt, String etag) {

    static OwnScore of(Score score) {
      return new OwnScore(
          score.ordinal(), score.note(), score.scoredAt(), Preconditions.etag(score.version()));
    }
  }
}
