package org.evenhand.calibration.session.sampling;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.calibration.session.Consensus;
import org.evenhand.calibration.session.Decision;
import org.evenhand.calibration.session.Objection;
import org.evenhand.calibration.session.RedactedPart;
import org.evenhand.calibration.session.scoring.OwnScore;
import org.evenhand.kit.people.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * A sample as a member sees it.
 *
 * @param objection what the second person found, until it is taken out; for the facilitators
 * @param parts none of an exercise whose text isn't there any more
 * @param reviewId for the facilitators alone, who decide about it
 * @param originalOrdinal the reviewer's rating, for everyone from REVEALED on and for the
 *     facilitators before
 * @param ownScore the caller's, with the version to change it by
 * @param scores all of them in ascending order, from REVEALED on
 */
public record SampleView(
    UUID id,
    int position,
    boolean blind,
    boolean checked,
    @Nullable ObjectionView objection,
    List<RedactedPart> parts,
    @Nullable OwnScore ownScore,
    @Nullable List<Integer> scores,
    @Nullable Integer originalOrdinal,
    @Nullable UUID reviewId,
    @Nullable ConsensusView consensus,
    @Nullable DecisionView decision) {

  /** That the second person found in a sample what tells whose review it is. */
  @Schema(name = "Objection")
  record ObjectionView(String passage, PersonRef by, Instant at) {

    static ObjectionView of(Objection made) {
      return new ObjectionView(made.passage(), PersonRef.of(made.by()), made.at());
    }
  }

  /** What the session came to on a sample, and why. */
  @Schema(name = "Consensus")
  record ConsensusView(int ordinal, String reason, PersonRef by, Instant at) {

    static ConsensusView of(Consensus reached) {
      return new ConsensusView(
          reached.ordinal(), reached.reason(), PersonRef.of(reached.by()), reached.at());
    }
  }

  /** What happens to a real review's overall rating. */
  @Schema(name = "Decision")
  record DecisionView(
      Decision.Kind kind,
      @Nullable Integer ordinal,
      @Nullable UUID precedentId,
      Decision.ReasonCode reasonCode,
      String reason,
      PersonRef by,
      Instant at) {

    static DecisionView of(Decision made) {
      return new DecisionView(
          made.kind(),
          made.ordinal(),
          made.precedentId(),
          made.reasonCode(),
          made.reason(),
          PersonRef.of(made.by()),
          made.at());
    }
  }

  /** Nor its level. */
  SampleView withoutWords() {
    return new SampleView(
        id, position, blind, checked, null, List.of(), ownScore, scores, null, reviewId, consensus,
        decision);
  }
}
