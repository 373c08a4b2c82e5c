package org.evenhand.review.review;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.evenhand.kit.data.audit.Audit;
import org.evenhand.kit.data.outbox.Outbox;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.policy.RatingScale;
import org.evenhand.review.rating.ReviewState;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Tells of what came about with reviews: one fact for subscribers and one entry in the audit chain,
 * in the transaction of the change.
 */
@ApplicationScoped
public class ReviewChronicle {

  /** The audit's name for a review. */
  public static final String AGGREGATE = "review";

  private final Outbox outbox;
  private final Audit audit;

  ReviewChronicle(Outbox outbox, Audit audit) {
    this.outbox = outbox;
    this.audit = audit;
  }

  /** What to tell: of which review, under which cycle and scale, by whom and when. */
  public record Telling(
      Cycle cycle, RatingScale scale, Happening happening, String actor, Instant at) {

    private OutboxEvent event(Review review) {
      ReviewState state = ReviewStates.of(review, cycle, scale, at);
      String id = review.id().toString();
      return new OutboxEvent(ReviewState.TOPIC, happening.type(), id, id, review.version(), state);
    }
  }

  public Uni<Void> tell(Mutiny.Session session, Review review, Telling telling) {
    return tell(session, List.of(review), telling);
  }

  /** Flushes first: each event carries the version after the change. */
  public Uni<Void> tell(Mutiny.Session session, List<Review> reviews, Telling telling) {
    if (reviews.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return session
        .flush()
        .chain(() -> outbox.append(session, reviews.stream().map(telling::event).toList()))
        .chain(
            () ->
                Multi.createFrom()
                    .iterable(reviews)
                    .onItem()
                    .transformToUniAndConcatenate(
                        review ->
                            audit.record(
                                session,
                                AGGREGATE,
                                review.id(),
                                telling.happening().word(),
                                telling.actor(),
                                ReviewStates.of(
                                    review, telling.cycle(), telling.scale(), telling.at())))
                    .collect()
                    .last())
        .replaceWithVoid();
  }

  /** Notes a change that moves nothing, such as an observation. */
  public Uni<Void> note(
      Mutiny.Session session,
      Review review,
      String action,
      String actor,
      @Nullable Object content) {
    return session
        .flush()
        .chain(() -> audit.record(session, AGGREGATE, review.id(), action, actor, content));
  }
}
