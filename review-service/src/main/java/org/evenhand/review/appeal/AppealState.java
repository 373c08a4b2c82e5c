package org.evenhand.review.appeal;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.review.review.Review;

/**
 * An appeal as our own services count it, on the topic of reviews: how it stands, and no word of
 * it.
 *
 * @param admitted whether it was; of one that is screened still it isn't
 * @param ended whether nothing more comes of it
 */
record AppealState(
    UUID appealId,
    UUID reviewId,
    UUID cycleId,
    String orgUnit,
    AppealPhase state,
    boolean admitted,
    Instant filedAt,
    boolean ended,
    Instant at) {

  static AppealState of(Appeal appeal, Review review, Instant at) {
    return new AppealState(
        appeal.id(),
        review.id(),
        review.cycleId(),
        review.placement().orgUnit(),
        appeal.phase(),
        appeal.screenings().last().filter(Screenings.Screening::admitted).isPresent(),
        appeal.filing().at(),
        appeal.endedAt().isPresent(),
        at);
  }
}
