package org.evenhand.review.review;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.request.Preconditions;
import org.evenhand.review.cycle.CycleRepository;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.Viewer;
import org.evenhand.review.policy.PolicyVersions;
import org.evenhand.review.review.ReviewChronicle.Telling;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which a person changes a review, in this order: is it visible (404), is the step
 * theirs (403), have they read this version (412), does the state allow it (409), do the rules
 * (422). Then it is told, in the same transaction.
 */
@ApplicationScoped
class ReviewSteps {

  /** What is done to a review. */
  @FunctionalInterface
  interface Step {
    Uni<ReviewTurn.Outcome> take(ReviewTurn turn);
  }

  /** A step that needs nothing of the database. */
  @FunctionalInterface
  interface PlainStep {
    ReviewTurn.Outcome take(ReviewTurn turn);
  }

  private final Mutiny.SessionFactory sessions;
  private final ReviewRepository reviews;
  private final ReviewDoors doors;
  private final ReviewChronicle chronicle;
  private final ReviewViews views;
  private final CycleRepository cycles;
  private final PolicyVersions policies;
  private final Access access;
  private final Clock clock;

  ReviewSteps(
      Mutiny.SessionFactory sessions,
      ReviewRepository reviews,
      ReviewDoors doors,
      ReviewChronicle chronicle,
      ReviewViews views,
      CycleRepository cycles,
      PolicyVersions policies,
      Access access,
      Clock clock) {
    this.sessions = sessions;
    this.reviews = reviews;
    this.doors = doors;
    this.chronicle = chronicle;
    this.views = views;
    this.cycles = cycles;
    this.policies = policies;
    this.access = access;
    this.clock = clock;
  }

  Uni<Answer> plain(UUID id, @Nullable String ifMatch, ReviewAction action, PlainStep step) {
    return take(id, ifMatch, action, turn -> Uni.createFrom().item(() -> step.take(turn)));
  }

  Uni<Answer> take(UUID id, @Nullable String ifMatch, ReviewAction action, Step step) {
    return sessions.withTransaction(
        session ->
            access
                .person(session)
                .chain(viewer -> turn(session, id, viewer))
                .invoke(turn -> requirePermitted(turn, action))
                .invoke(turn -> Preconditions.require(ifMatch, turn.review().version()))
                .invoke(turn -> turn.review().require(action, turn.cycle().state()))
                .chain(turn -> step.take(turn).chain(outcome -> tell(turn, outcome)))
                .chain(
                    turn -> views.of(turn).map(view -> Answer.ok(turn.review().version(), view))));
  }

  /** The review as this viewer may see it; 404 where they may not. */
  Uni<ReviewTurn> turn(Mutiny.Session session, UUID id, Viewer viewer) {
    return doors
        .relations(session, viewer, id)
        .invoke(ReviewSteps::requireVisible)
        .chain(
            relations ->
                reviews
                    .find(session, id)
                    .map(found -> found.orElseThrow(ReviewRepository::unknown))
                    .chain(review -> turn(session, review, viewer, relations)));
  }

  private Uni<ReviewTurn> turn(
      Mutiny.Session session, Review review, Viewer viewer, Set<Relation> relations) {
    return cycles
        .get(session, review.cycleId())
        .chain(
            cycle ->
                policies
                    .pinned(session, cycle.plan().policyId(), cycle.plan().policyVersion())
                    .map(
                        policy ->
                            new ReviewTurn(
                                session,
                                review,
                                cycle,
                                policy.content(),
                                viewer,
                                relations,
                                clock.instant().truncatedTo(ChronoUnit.MICROS))));
  }

  private Uni<ReviewTurn> tell(ReviewTurn turn, ReviewTurn.Outcome outcome) {
    String actor = turn.actor().toString();
    Uni<Void> noted =
        outcome.content() == null
            ? Uni.createFrom().voidItem()
            : chronicle.note(
                turn.session(), turn.review(), outcome.note(), actor, outcome.content());
    return noted
        .chain(
            () ->
                outcome
                    .happening()
                    .map(
                        happening ->
                            chronicle.tell(
                                turn.session(),
                                turn.review(),
                                new Telling(
                                    turn.cycle(),
                                    turn.policy().scale(),
                                    happening,
                                    actor,
                                    turn.at())))
                    .orElseGet(() -> Uni.createFrom().voidItem()))
        .chain(() -> turn.session().flush())
        .replaceWith(turn);
  }

  private static void requireVisible(Set<Relation> relations) {
    if (relations.isEmpty()) {
      throw ReviewRepository.unknown();
    }
  }

  private static void requirePermitted(ReviewTurn turn, ReviewAction action) {
    if (!Permissions.permits(action, turn.review(), turn.relations(), turn.viewer())) {
      throw Problem.of(
          CommonProblem.FORBIDDEN, "This review is not yours for " + action.path() + ".");
    }
  }
}
