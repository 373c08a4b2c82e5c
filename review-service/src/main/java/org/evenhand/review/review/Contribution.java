package org.evenhand.review.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person's view of the reviewee's work.
 *
 * @param ratings what an earlier reviewer had rated when the review passed on; else empty
 * @param contextNote what an earlier reviewer had noted; else null
 * @param signedAt when it was closed for good, because its author is no longer the reviewer
 */
public record Contribution(
    ContributionType type,
    UUID authorId,
    List<FormAnswer> answers,
    List<CriterionRating> ratings,
    @Nullable String contextNote,
    Instant writtenAt,
    @Nullable Instant signedAt) {

  public Contribution {
    answers = List.copyOf(answers);
    ratings = List.copyOf(ratings);
  }

  public static Contribution written(
      ContributionType type, UUID authorId, List<FormAnswer> answers, Instant at) {
    return new Contribution(type, authorId, answers, List.of(), null, at, null);
  }

  public boolean isReplacedBy(Contribution newer) {
    return signedAt == null && type == newer.type && authorId.equals(newer.authorId);
  }

  public Contribution signed(List<CriterionRating> given, @Nullable String noted, Instant at) {
    return new Contribution(type, authorId, answers, given, noted, writtenAt, at);
  }
}
