package org.evenhand.review.sharing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.outbox.Outbox;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.directory.people.Assignment;
import org.evenhand.review.policy.RatingScale;
import org.evenhand.review.rating.Origin;
import org.evenhand.review.rating.PublishedRating;
import org.evenhand.review.rating.PublishedRatings;
import org.evenhand.review.rating.RatingFact;
import org.evenhand.review.review.Placement;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewStates;
import org.evenhand.review.review.Revision;
import org.evenhand.review.review.access.ReviewContext;
import org.evenhand.review.review.work.Disagreements;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Publishes ratings in the transaction that shows them to the reviewees: as a fact and as the
 * present state for subscribers, and for the HRIS to read.
 */
@ApplicationScoped
class Publication implements Disagreements {

  private static final String SHARED = "org.evenhand.rating.shared.v1";
  private static final String REVISED = "org.evenhand.rating.revised.v1";
  private static final String DISPUTED = "org.evenhand.rating.disputed.v1";
  static final String APPEALED = "org.evenhand.rating.appealed.v1";
  static final String APPEAL_ENDED = "org.evenhand.rating.appeal-ended.v1";

  private final Outbox outbox;
  private final PublishedRatings published;

  Publication(Outbox outbox, PublishedRatings published) {
    this.outbox = outbox;
    this.published = published;
  }

  /** Publishes reviews that have just become SHARED and are flushed. */
  Uni<Void> publish(
      Mutiny.Session session, List<Review> reviews, Cycle cycle, RatingScale scale, Instant at) {
    List<OutboxEvent> events = new ArrayList<>();
    for (Review review : reviews) {
      String type = lastShared(review).isPresent() ? REVISED : SHARED;
      events.addAll(events(review, type, fact(review, cycle, scale, at)));
    }
    return outbox.append(session, events).chain(() -> show(session, reviews, cycle, scale, at));
  }

  @Override
  public Uni<Void> told(ReviewContext context) {
    return flag(
        context.session(),
        context.review(),
        DISPUTED,
        context.cycle(),
        context.policy().scale(),
        context.at());
  }

  /** Nothing of the rating has changed; whoever pays by it learns whether to wait. */
  Uni<Void> flag(
      Mutiny.Session session,
      Review review,
      String type,
      Cycle cycle,
      RatingScale scale,
      Instant at) {
    Instant sharedAt = Objects.requireNonNull(review.conclusion().sharedAt());
    return session
        .flush()
        .chain(() -> outbox.append(session, events(review, type, fact(review, cycle, scale, at))))
        .chain(() -> show(session, List.of(review), cycle, scale, sharedAt));
  }

  private static List<OutboxEvent> events(Review review, String type, RatingFact fact) {
    String id = review.id().toString();
    return List.of(
        new OutboxEvent(RatingFact.TOPIC, type, id, id, review.version(), fact),
        new OutboxEvent(
            RatingFact.CURRENT_TOPIC, RatingFact.CURRENT_TYPE, id, id, review.version(), fact));
  }

  private Uni<Void> show(
      Mutiny.Session session, List<Review> reviews, Cycle cycle, RatingScale scale, Instant at) {
    return assignmentIds(session, reviews)
        .chain(
            ids ->
                published.put(
                    session,
                    reviews.stream()
                        .map(review -> rating(review, ids, cycle, scale, at))
                        .toList()));
  }

  private static RatingFact fact(Review review, Cycle cycle, RatingScale scale, Instant at) {
    Placement placement = review.placement();
    return new RatingFact(
        review.id(),
        cycle.id(),
        cycle.key(),
        Origin.LIVE,
        review.employeeId(),
        placement.orgUnit(),
        placement.jobLevel(),
        placement.jobFamily(),
        placement.workLocation(),
        scale.shape(),
        cycle.plan().policyId(),
        cycle.plan().policyVersion(),
        review.originalOrdinal().orElseThrow(),
        review.ordinal().orElseThrow(),
        lastShared(review).map(Revision::ordinal).orElse(null),
        review.outcome().isPresent(),
        review.conclusion().reasonCode().orElse(null),
        review.conclusion().disputed(),
        review.underAppeal(),
        ReviewStates.effectiveAt(cycle),
        at);
  }

  private static PublishedRating rating(
      Review review, Map<UUID, String> assignmentIds, Cycle cycle, RatingScale scale, Instant at) {
    int ordinal = review.ordinal().orElseThrow();
    return new PublishedRating(
        review.id(),
        Origin.LIVE,
        cycle.id(),
        cycle.key(),
        review.employeeId(),
        Objects.requireNonNull(assignmentIds.get(review.assignmentId())),
        review.period().from(),
        review.period().to(),
        scale.shape(),
        review.originalOrdinal().orElseThrow(),
        ordinal,
        scale.label(ordinal),
        review.outcome().isPresent(),
        review.conclusion().disputed(),
        review.underAppeal(),
        lastShared(review).isPresent()
            ? PublishedRating.Status.REVISED
            : PublishedRating.Status.SHARED,
        ReviewStates.effectiveAt(cycle),
        at);
  }

  private static Optional<Revision> lastShared(Review review) {
    return review.past().lastShared();
  }

  private static Uni<Map<UUID, String>> assignmentIds(
      Mutiny.Session session, List<Review> reviews) {
    return session
        .createSelectionQuery("from Assignment a where a.id in (:ids)", Assignment.class)
        .setParameter("ids", reviews.stream().map(Review::assignmentId).toList())
        .getResultList()
        .map(
            assignments -> {
              Map<UUID, String> ids = new HashMap<>();
              assignments.forEach(one -> ids.put(one.id(), one.assignmentId()));
              return ids;
            });
  }
}
