package org.evenhand.review.growth.feedback.request;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.evenhand.review.directory.Access;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds a request for its people; nobody else learns of it. */
@ApplicationScoped
class FeedbackRequestContexts {

  private final FeedbackRequestRepository requests;
  private final Access access;
  private final Clock clock;

  FeedbackRequestContexts(FeedbackRequestRepository requests, Access access, Clock clock) {
    this.requests = requests;
    this.access = access;
    this.clock = clock;
  }

  /** The request as the caller may see it; 404 where they may not. */
  Uni<FeedbackRequestContext> of(Mutiny.Session session, UUID id) {
    return access
        .person(session)
        .chain(
            viewer ->
                requests
                    .find(session, id)
                    .map(
                        found ->
                            found
                                .filter(one -> !one.relations(viewer.employeeId()).isEmpty())
                                .map(one -> new FeedbackRequestContext(session, one, viewer, now()))
                                .orElseThrow(FeedbackRequestRepository::unknown)));
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
