package org.evenhand.review.review;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.cycle.CycleRepository;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.Viewer;
import org.evenhand.review.policy.PolicyVersions;
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
    Uni<ReviewContext.Outcome> take(ReviewContext context);
  }

  /** A step that needs nothing of the database. */
  @FunctionalInterface
  interface PlainStep {
    ReviewContext.Outcome take(ReviewContext context);
  }

  private final Steps steps;
  private final ReviewRepository reviews;
  private final ReviewDoors doors;
  private final ReviewViews views;
  private final CycleRepository cycles;
  private final PolicyVersions policies;
  private final Access access;
  private final Clock clock;

  ReviewSteps(
      Steps steps,
      ReviewRepository reviews,
      ReviewDoors doors,
      ReviewViews views,
      CycleRepository cycles,
      PolicyVersions policies,
      Access access,
      Clock clock) {
    this.steps = steps;
    this.reviews = reviews;
    this.doors = doors;
    this.views = views;
    this.cycles = cycles;
    this.policies = policies;
    this.access = access;
    this.clock = clock;
  }

  Uni<Answer> plain(UUID id, @Nullable String ifMatch, ReviewAction action, PlainStep step) {
    return take(id, ifMatch, action, context -> Uni.createFrom().item(() -> step.take(context)));
  }

  Uni<Answer> take(UUID id, @Nullable String ifMatch, ReviewAction action, Step step) {
    return steps
        .load(session -> access.person(session).chain(viewer -> context(session, id, viewer)))
        .permit(context -> requirePermitted(context, action))
        .match(ifMatch)
        .take(
            context -> {
              context.review().require(action, context.cycle().state());
              return step.take(context);
            })
        .tell(ReviewSteps::facts)
        .answer((context, outcome) -> answer(context));
  }

  private Uni<Answer> answer(ReviewContext context) {
    return views.of(context).map(view -> Answer.ok(context.review().version(), view));
  }

  /** The review as this viewer may see it; 404 where they may not. */
  Uni<ReviewContext> context(Mutiny.Session session, UUID id, Viewer viewer) {
    return doors
        .relations(session, viewer, id)
        .invoke(ReviewSteps::requireVisible)
        .chain(
            relations ->
                reviews
                    .find(session, id)
                    .map(found -> found.orElseThrow(ReviewRepository::unknown))
                    .chain(review -> context(session, review, viewer, relations)));
  }

  private Uni<ReviewContext> context(
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

  private static List<Fact> facts(ReviewContext context, ReviewContext.Outcome outcome) {
    List<Fact> facts = new ArrayList<>();
    if (outcome.content() != null) {
      facts.add(ReviewFacts.noted(context.review().id(), outcome.note(), outcome.content()));
    }
    outcome
        .happening()
        .map(type -> context.facts(type).of(context.review()))
        .ifPresent(facts::addAll);
    return facts;
  }

  private static void requireVisible(Set<Relation> relations) {
    if (relations.isEmpty()) {
      throw ReviewRepository.unknown();
    }
  }

  private static void requirePermitted(ReviewContext context, ReviewAction action) {
    if (!Permissions.permits(action, context.review(), context.relations(), context.viewer())) {
      throw Problem.of(
          CommonProblem.FORBIDDEN, "This review is not yours for " + action.operation() + ".");
    }
  }
}
