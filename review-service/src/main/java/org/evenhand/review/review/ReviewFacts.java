package org.evenhand.review.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.policy.RatingScale;
import org.evenhand.review.rating.ReviewState;
import org.jspecify.annotations.Nullable;

/**
 * What came about with reviews of a cycle, as the journal takes it: one event and one link of the
 * audit chain for each of them.
 */
public record ReviewFacts(Cycle cycle, RatingScale scale, ReviewEventType type, Instant at) {

  /** The audit's name for a review. */
  public static final String AGGREGATE = "review";

  /** What the audit says of an appeal against the result; the appeal has a chain of its own. */
  public static final String APPEAL_FILED = "appeal-filed";

  public static final String APPEAL_ENDED = "appeal-ended";

  public List<Fact> of(List<Review> reviews) {
    return reviews.stream().map(this::fact).toList();
  }

  public List<Fact> of(Review review) {
    return List.of(fact(review));
  }

  private Fact fact(Review review) {
    ReviewState state = ReviewStates.of(review, cycle, scale, reassignmentCode(review), at);
    String id = review.id().toString();
    return Fact.told(
        AGGREGATE,
        review.id(),
        type.word(),
        state,
        new OutboxEvent(ReviewState.TOPIC, type.type(), id, id, review.version(), state));
  }

  private @Nullable String reassignmentCode(Review review) {
    return type == ReviewEventType.REASSIGNED
        ? review.past().lastReassignment().map(passed -> passed.code().name()).orElse(null)
        : null;
  }

  /** A change that moves nothing, such as an observation. */
  public static Fact noted(UUID review, String action, @Nullable Object content) {
    return Fact.noted(AGGREGATE, review, action, content);
  }
}
