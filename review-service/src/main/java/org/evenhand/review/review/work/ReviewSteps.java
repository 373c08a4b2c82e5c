package org.evenhand.review.review.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.directory.Access;
import org.evenhand.review.review.ReviewAction;
import org.evenhand.review.review.ReviewFacts;
import org.evenhand.review.review.access.Permissions;
import org.evenhand.review.review.access.Relation;
import org.evenhand.review.review.access.ReviewContext;
import org.evenhand.review.review.access.ReviewContexts;
import org.evenhand.review.review.reading.ReviewViews;
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
  private final ReviewContexts contexts;
  private final ReviewViews views;
  private final Access access;

  ReviewSteps(Steps steps, ReviewContexts contexts, ReviewViews views, Access access) {
    this.steps = steps;
    this.contexts = contexts;
    this.views = views;
    this.access = access;
  }

  Uni<Answer> plain(UUID id, @Nullable String ifMatch, ReviewAction action, PlainStep step) {
    return take(id, ifMatch, action, context -> Uni.createFrom().item(() -> step.take(context)));
  }

  Uni<Answer> take(UUID id, @Nullable String ifMatch, ReviewAction action, Step step) {
    return steps
        .load(session -> access.person(session).chain(viewer -> contexts.of(session, id, viewer)))
        .permit(context -> requirePermitted(context, action))
        .match(ifMatch, context -> context.review().version())
        .take(
            context -> {
              context.review().require(action, context.cycle().state());
              return step.take(context);
            })
        .tell((context, outcome) -> facts(context, outcome, action))
        .answer((context, outcome) -> answer(context));
  }

  private Uni<Answer> answer(ReviewContext context) {
    return views.of(context).map(view -> Answer.ok(context.review().version(), view));
  }

  private static List<Fact> facts(
      ReviewContext context, ReviewContext.Outcome outcome, ReviewAction action) {
    List<Fact> facts = new ArrayList<>();
    actedFor(context, action).ifPresent(facts::add);
    if (outcome.content() != null) {
      facts.add(ReviewFacts.noted(context.review().id(), outcome.note(), outcome.content()));
    }
    outcome
        .happening()
        .map(type -> context.facts(type).of(context.review()))
        .ifPresent(facts::addAll);
    return facts;
  }

  /** What a delegate does is theirs by name; the audit says in whose place they did it. */
  private static Optional<Fact> actedFor(ReviewContext context, ReviewAction action) {
    return context.relations().contains(Relation.REVIEWER)
        ? Permissions.actingFor(action, context.review(), context.viewer())
            .map(
                reviewer ->
                    ReviewFacts.noted(
                        context.review().id(),
                        "acted-for",
                        Map.of("step", action.operation(), "reviewerId", reviewer)))
        : Optional.empty();
  }

  private static void requirePermitted(ReviewContext context, ReviewAction action) {
    if (!Permissions.permits(action, context.review(), context.relations(), context.viewer())) {
      throw Problem.of(
          CommonProblem.FORBIDDEN, "This review is not yours for " + action.operation() + ".");
    }
  }
}
