package org.evenhand.review.growth.feedback.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.feedback.FeedbackRepository;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds feedback for those who may see it. */
@ApplicationScoped
public class FeedbackContexts {

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
    Instant now = now();
    return access
        .person(session)
        .chain(
            viewer ->
                doors
                    .relations(session, viewer, List.of(id), now)
                    .map(found -> found.getOrDefault(id, Set.of()))
                    .chain(relations -> of(session, id, viewer, relations, now)));
  }

  private Uni<FeedbackContext> of(
      Mutiny.Session session,
      UUID id,
      Viewer viewer,
      Set<FeedbackRelation> relations,
      Instant now) {
    if (relations.isEmpty()) {
      throw FeedbackRepository.unknown();
    }
    return feedback
        .find(session, id)
        .map(
            found ->
                new FeedbackContext(
                    session,
                    found.orElseThrow(FeedbackRepository::unknown),
                    viewer,
                    relations,
                    now));
  }

  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
