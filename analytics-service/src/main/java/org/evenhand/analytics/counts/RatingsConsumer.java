package org.evenhand.analytics.counts;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.consume.EventHandler;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Counts reviews. Every event carries the whole state of its review, so only the last event of each
 * review in a batch has to be counted.
 */
@ApplicationScoped
public class RatingsConsumer implements EventHandler {

  public static final String TOPIC = "evenhand.internal.ratings";

  private final RatingCounts counts;

  RatingsConsumer(RatingCounts counts) {
    this.counts = counts;
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  @Override
  public Uni<Void> handle(Mutiny.Session session, List<ReceivedEvent> batch) {
    Map<UUID, RatingFact> latest = new LinkedHashMap<>();
    Set<RatedCycle> cycles = new LinkedHashSet<>();
    for (ReceivedEvent event : batch) {
      if (carriesReview(event)) {
        ReviewState state = event.as(ReviewState.class);
        RatingFact earlier = latest.get(state.reviewId());
        latest.put(state.reviewId(), state.toFact(earlier));
        cycles.add(state.toCycle());
      }
    }
    return latest.isEmpty()
        ? Uni.createFrom().voidItem()
        : counts.replace(session, List.copyOf(latest.values()), cycles);
  }

  /** The outcomes of sessions are on the same topic and aren't counted. */
  private static boolean carriesReview(ReceivedEvent event) {
    return event.type().startsWith("org.evenhand.review.")
        || event.type().startsWith("org.evenhand.rating.");
  }
}
