package org.evenhand.review.history;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.evenhand.kit.data.outbox.Outbox;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.review.rating.Calibration;
import org.evenhand.review.rating.Origin;
import org.evenhand.review.rating.PublishedRating;
import org.evenhand.review.rating.PublishedRatings;
import org.evenhand.review.rating.RatingFact;
import org.evenhand.review.rating.ReviewState;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Tells the rest of the world of a past rating: our other services its state, subscribers outside
 * the fact and the present rating, the HRIS what it may read. Nobody waits for a sharing: the
 * person learned of it in the other system.
 */
@ApplicationScoped
class HistoryEvents {

  static final String REVIEW_RECORDED = "org.evenhand.review.recorded.v1";
  static final String RECORDED = "org.evenhand.rating.recorded.v1";
  static final String REVISED = "org.evenhand.rating.revised.v1";

  private final Outbox outbox;
  private final PublishedRatings published;

  HistoryEvents(Outbox outbox, PublishedRatings published) {
    this.outbox = outbox;
    this.published = published;
  }

  /**
   * A rating that was recorded or corrected.
   *
   * @param before the ordinal that a correction replaced
   */
  record Told(HistoryRating rating, HistoryCycle cycle, OptionalInt before) {}

  /** Flushed by the caller, so that the versions are final. */
  Uni<Void> recorded(Mutiny.Session session, Collection<Told> ratings) {
    List<OutboxEvent> events = ratings.stream().flatMap(HistoryEvents::events).toList();
    return outbox
        .append(session, events)
        .chain(
            () -> published.put(session, ratings.stream().map(HistoryEvents::published).toList()));
  }

  private static Stream<OutboxEvent> events(Told told) {
    RatingFact fact = fact(told);
    String factType = told.before().isPresent() ? REVISED : RECORDED;
    return Stream.of(
        event(told, ReviewState.TOPIC, REVIEW_RECORDED, state(told)),
        event(told, RatingFact.TOPIC, factType, fact),
        event(told, RatingFact.CURRENT_TOPIC, RatingFact.CURRENT_TYPE, fact));
  }

  private static OutboxEvent event(Told told, String topic, String type, Object data) {
    String id = told.rating().id().toString();
    return new OutboxEvent(topic, type, id, id, told.rating().version(), data);
  }

  private static ReviewState state(Told told) {
    HistoryRating.About about = told.rating().about();
    HistoryRating.Said said = told.rating().said();
    return new ReviewState(
        told.rating().id(),
        told.cycle().id(),
        told.cycle().key(),
        Origin.HISTORY,
        about.employeeId(),
        said.reviewerId().orElse(null),
        about.lineAbove(),
        List.of(),
        about.position().orgUnit(),
        about.position().jobLevel(),
        about.position().jobFamily(),
        about.position().workLocation(),
        about.position().country(),
        null,
        null,
        told.cycle().scale(),
        null,
        "RECORDED",
        said.ordinal(),
        said.ordinal(),
        Calibration.NONE,
        null,
        null,
        null,
        null,
        effectiveAt(said),
        told.rating().recordedAt());
  }

  private static RatingFact fact(Told told) {
    HistoryRating.About about = told.rating().about();
    HistoryRating.Said said = told.rating().said();
    return new RatingFact(
        told.rating().id(),
        told.cycle().id(),
        told.cycle().key(),
        Origin.HISTORY,
        about.employeeId(),
        about.position().orgUnit(),
        about.position().jobLevel(),
        about.position().jobFamily(),
        about.position().workLocation(),
        told.cycle().scale(),
        null,
        null,
        said.ordinal(),
        said.ordinal(),
        before(told),
        false,
        null,
        false,
        false,
        effectiveAt(said),
        told.rating().recordedAt());
  }

  private static @Nullable Integer before(Told told) {
    return told.before().isPresent() ? told.before().getAsInt() : null;
  }

  private static PublishedRating published(Told told) {
    HistoryRating.About about = told.rating().about();
    HistoryRating.Said said = told.rating().said();
    return new PublishedRating(
        told.rating().id(),
        Origin.HISTORY,
        told.cycle().id(),
        told.cycle().key(),
        about.employeeId(),
        about.assignmentId(),
        said.periodStart(),
        said.periodEnd(),
        told.cycle().scale(),
        said.ordinal(),
        said.ordinal(),
        said.label(),
        false,
        false,
        false,
        told.before().isPresent()
            ? PublishedRating.Status.REVISED
            : PublishedRating.Status.RECORDED,
        effectiveAt(said),
        told.rating().recordedAt());
  }

  private static Instant effectiveAt(HistoryRating.Said said) {
    return said.periodEnd().atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
