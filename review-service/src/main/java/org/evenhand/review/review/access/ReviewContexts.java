package org.evenhand.review.review.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.evenhand.review.cycle.CycleRepository;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.policy.PolicyVersions;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewRepository;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds a review with all that belongs to it, for those who may see it. */
@ApplicationScoped
public class ReviewContexts {

  private final ReviewRepository reviews;
  private final ReviewAccess doors;
  private final CycleRepository cycles;
  private final PolicyVersions policies;
  private final Clock clock;

  ReviewContexts(
      ReviewRepository reviews,
      ReviewAccess doors,
      CycleRepository cycles,
      PolicyVersions policies,
      Clock clock) {
    this.reviews = reviews;
    this.doors = doors;
    this.cycles = cycles;
    this.policies = policies;
    this.clock = clock;
  }

  /** The review as this viewer may see it; 404 where they may not. */
  public Uni<ReviewContext> of(Mutiny.Session session, UUID id, Viewer viewer) {
    return doors
        .require(session, viewer, id)
        .chain(
            relations ->
                reviews
                    .find(session, id)
                    .map(found -> found.orElseThrow(ReviewRepository::unknown))
                    .chain(review -> of(session, review, viewer, relations)));
  }

  private Uni<ReviewContext> of(
      Mutiny.Session session, Review review, Viewer viewer, Set<Relation> relations) {
    return cycles
        .get(session, review.cycleId())
        .chain(
            cycle ->
                policies
                    .pinned(session, cycle.plan().policyId(), cycle.plan().policyVersion())
                    .map(
                        policy ->
                            new ReviewContext(
                                session,
                                review,
                                cycle,
                                policy.content(),
                                viewer,
                                relations,
                                clock.instant().truncatedTo(ChronoUnit.MICROS))));
  }
}
