package org.evenhand.review.growth.feedback.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.review.directory.Access;
import org.evenhand.review.growth.feedback.Feedback;
import org.evenhand.review.growth.feedback.FeedbackRepository;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds feedback for those who may see it. */
@ApplicationScoped
public class FeedbackContexts {

  /** How the repository is asked for it. */
  @FunctionalInterface
  private interface Loading {
    Uni<Optional<Feedback>> of(Mutiny.Session session, UUID id);
  }

  private final FeedbackRepository feedback;
  private final FeedbackAccess doors;
  private final Access access;
  private final Clock clock;

  FeedbackContexts(FeedbackRepository feedback, FeedbackAccess doors, Access access, Clock clock) {
    this.feedback = feedback;
    this.doors = doors;
    this.access = access;
    this.clock = clock;
  }

  /** The feedback as the caller may see it; 404 where they may not. */
  public Uni<FeedbackContext> of(Mutiny.Session session, UUID id) {
    return of(session, id, feedback::find);
  }

  /** As {@link #of}, for a step: held until the transaction ends. */
  public Uni<FeedbackContext> hold(Mutiny.Session session, UUID id) {
    return of(session, id, feedback::hold);
  }

  private Uni<FeedbackContext> of(Mutiny.Session session, UUID id, Loading load) {
    Instant now = now();
    return access
        .person(session)
        .chain(
            viewer ->
                doors
                    .relations(session, viewer, List.of(id), now)
                    .map(found -> found.getOrDefault(id, Set.of()))
                    .chain(
                        relations -> {
                          if (relations.isEmpty()) {
                            throw FeedbackRepository.unknown();
                          }
                          return load.of(session, id)
                              .map(found -> found.orElseThrow(FeedbackRepository::unknown))
                              .map(
                                  one -> new FeedbackContext(session, one, viewer, relations, now));
                        }));
  }

  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
