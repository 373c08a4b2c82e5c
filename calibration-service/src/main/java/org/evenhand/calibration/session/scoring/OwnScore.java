package org.evenhand.calibration.session.scoring;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.web.request.Preconditions;
import org.jspecify.annotations.Nullable;

/** A rater's own score of a sample, with the version to change it by. */
@Schema(
    example =
        """
        {"ordinal": 3, "note": "Between 3 and 4",
         "scoredAt": "2027-01-28T13:00:00Z", "etag": "\\"0\\""}
        """)
public record OwnScore(int ordinal, @Nullable String note, Instant scoredAt, String etag) {

  public static OwnScore of(Score score) {
    return new OwnScore(
        score.ordinal(), score.note(), score.scoredAt(), Preconditions.etag(score.version()));
  }

  static Answer answer(Score score) {
    return Answer.ok(score.version(), of(score));
  }
}
