package org.evenhand.review.appeal.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.review.appeal.Appeal;
import org.evenhand.review.appeal.AppealRepository;
import org.evenhand.review.cycle.CycleRepository;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.policy.PolicyVersions;
import org.evenhand.review.review.ReviewRepository;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds an appeal with all that belongs to it, for those who may see it. */
@ApplicationScoped
public class AppealContexts {

  private final AppealRepository appeals;
  private final AppealAccess doors;
  private final ReviewRepository reviews;
  private final CycleRepository cycles;
  private final PolicyVersions policies;
  private final Clock clock;

  AppealContexts(
      AppealRepository appeals,
      AppealAccess doors,
      ReviewRepository reviews,
      CycleRepository cycles,
      PolicyVersions policies,
      Clock clock) {
    this.appeals = appeals;
    this.doors = doors;
    this.reviews = reviews;
    this.cycles = cycles;
    this.policies = policies;
    this.clock = clock;
  }

  /** The appeal as this viewer may see it; 404 where they may not. */
  public Uni<AppealContext> of(Mutiny.Session session, UUID id, Viewer viewer) {
    return doors
        .relations(session, viewer, List.of(id))
        .map(found -> found.getOrDefault(id, Set.of()))
        .invoke(
            relations -> {
              if (relations.isEmpty()) {
                throw AppealRepository.unknown();
              }
            })
        .chain(
            relations ->
                appeals
                    .find(session, id)
                    .map(found -> found.orElseThrow(AppealRepository::unknown))
                    .chain(appeal -> of(session, appeal, viewer, relations)));
  }

  public Uni<AppealContext> of(
      Mutiny.Session session, Appeal appeal, Viewer viewer, Set<AppealRelation> relations) {
    return reviews
        .find(session, appeal.reviewId())
        .map(Optional::orElseThrow)
        .chain(
            review ->
                cycles
                    .get(session, review.cycleId())
                    .chain(
                        cycle ->
                            policies
                                .pinned(
                                    session, cycle.plan().policyId(), cycle.plan().policyVersion())
                                .map(
                                    policy ->
                                        new AppealContext(
                                            session,
                                            appeal,
                                            review,
                                            cycle,
                                            policy.content(),
                                            viewer,
                                            relations,
                                            clock.instant().truncatedTo(ChronoUnit.MICROS)))));
  }
}
