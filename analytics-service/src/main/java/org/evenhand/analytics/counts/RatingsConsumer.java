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
 * Counts reviews, and keeps what became of appeals. Every event carries the whole state of its
 * review or appeal, so only the last event of each in a batch has to be counted.
 */
@ApplicationScoped
public class RatingsConsumer implements EventHandler {

  public static final String TOPIC = "evenhand.internal.ratings";

  /** Falls due when an appeal against a result of a cycle has ended; perhaps the last. */
  public static final String APPEAL_ENDED = "appeal-ended";

  private static final String APPEAL = "org.evenhand.appeal.recorded.v1";

  private final RatingCounts counts;
  private final AppealStates appeals;

  RatingsConsumer(RatingCounts counts, AppealStates appeals) {
    this.counts = counts;
    this.appeals = appeals;
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  @Override
  public Uni<Void> handle(Mutiny.Session session, List<ReceivedEvent> batch) {
    Map<UUID, RatingFact> latest = new LinkedHashMap<>();
    Map<UUID, AppealState> appealed = new LinkedHashMap<>();
    Set<RatedCycle> cycles = new LinkedHashSet<>();
    for (ReceivedEvent event : batch) {
      if (carriesReview(event)) {
        ReviewState state = event.as(ReviewState.class);
        RatingFact earlier = latest.get(state.reviewId());
        latest.put(state.reviewId(), state.toFact(earlier));
        cycles.add(state.toCycle());
      } else if (event.type().equals(APPEAL)) {
        appealed.put(event.subjectId(), AppealState.of(event));
      }
    }
    // Due work is taken before the lock of counting, and so has to be scheduled before it.
    return appeals
        .keep(session, appealed.values())
        .chain(
            () ->
                latest.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : counts.replace(session, List.copyOf(latest.values()), cycles));
  }

  /** The outcomes of sessions are on the same topic and aren't counted. */
  private static boolean carriesReview(ReceivedEvent event) {
    return event.type().startsWith("org.evenhand.review.")
        || event.type().startsWith("org.evenhand.rating.");
  }
}
