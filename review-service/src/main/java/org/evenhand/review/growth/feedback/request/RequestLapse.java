package org.evenhand.review.growth.feedback.request;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.step.Journal;
import org.hibernate.reactive.mutiny.Mutiny;

/** Ends requests that nobody has answered: on their day, or because nobody can any more. */
@ApplicationScoped
class RequestLapse implements DueTask {

  static final String KIND = "feedback-request-lapse";

  private static final String SYSTEM = "review-service";

  private final FeedbackRequestRepository requests;
  private final Journal journal;
  private final Clock clock;

  RequestLapse(FeedbackRequestRepository requests, Journal journal, Clock clock) {
    this.requests = requests;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID id) {
    return lapse(session, List.of(id));
  }

  /** Those of them that still wait. */
  Uni<Void> lapse(Mutiny.Session session, List<UUID> ids) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return requests
        .byIds(session, ids)
        .map(
            found ->
                found.stream().filter(one -> one.state() == FeedbackRequestState.ASKED).toList())
        .invoke(waiting -> waiting.forEach(one -> one.lapse(now)))
        .chain(
            lapsed ->
                journal.write(
                    session,
                    SYSTEM,
                    () -> lapsed.stream().map(one -> one.fact("lapsed")).toList()));
  }
}
