package org.evenhand.policy.training.completion;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.training.CompletionFacts;
import org.evenhand.policy.training.CompletionHappening;
import org.evenhand.policy.training.TrainingCompletion;
import org.evenhand.policy.training.TrainingRepository;
import org.evenhand.policy.training.completion.CompletionSight.Filter;
import org.evenhand.policy.training.time.Learners;
import org.evenhand.policy.training.time.TrainingTime;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The steps that the two who lead a module take on a completion, never on their own. */
@ApplicationScoped
class CompletionSteps {

  private final Steps steps;
  private final TrainingRepository repository;
  private final CompletionSight sight;
  private final Learners learners;
  private final TrainingTime time;
  private final People people;
  private final Clock clock;

  CompletionSteps(
      Steps steps,
      TrainingRepository repository,
      CompletionSight sight,
      Learners learners,
      TrainingTime time,
      People people,
      Clock clock) {
    this.steps = steps;
    this.repository = repository;
    this.sight = sight;
    this.learners = learners;
    this.time = time;
    this.people = people;
    this.clock = clock;
  }

  Uni<Answer> byLead(
      UUID id,
      @Nullable String ifMatch,
      Function<CompletionContext, Uni<CompletionHappening>> step) {
    return steps
        .load(session -> people.caller(session).chain(caller -> context(session, id, caller)))
        .permit(CompletionSteps::requirePermitted)
        .match(ifMatch, context -> context.completion().version(true))
        .take(
            context ->
                step.apply(context)
                    .call(
                        () ->
                            time.follow(
                                context.session(), context.completion(), context.learner())))
        .tell((context, what) -> List.of(CompletionFacts.fact(context.completion(), what)))
        .answerNow(
            (context, what) -> Answer.ok(context.completion().version(true), context.view()));
  }

  private static void requirePermitted(CompletionContext context) {
    if (!CompletionActions.permits(context.completion(), context.module(), context.actor())) {
      throw Problem.of(
          CommonProblem.FORBIDDEN,
          "The two who lead the module say it, and neither of them of themself.");
    }
  }

  private Uni<CompletionContext> context(Mutiny.Session session, UUID id, Actor caller) {
    return sight
        .seen(session, caller, Filter.of(id), Optional.empty(), 1)
        .invoke(CompletionReading::requireSeen)
        .chain(() -> repository.holdCompletion(session, id))
        .map(Optional::orElseThrow)
        .chain(completion -> context(session, completion, caller));
  }

  /** Somebody who was erased is nobody of whom anything can be said. */
  private Uni<CompletionContext> context(
      Mutiny.Session session, TrainingCompletion completion, Actor caller) {
    return repository
        .moduleOf(session, completion)
        .chain(
            module ->
                learners
                    .of(session, completion.personId())
                    .map(
                        learner ->
                            new CompletionContext(
                                session,
                                completion,
                                module,
                                learner.orElseThrow(
                                    () ->
                                        Problem.of(
                                            CommonProblem.NOT_FOUND,
                                            "There is no such completion.")),
                                caller,
                                now())));
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
