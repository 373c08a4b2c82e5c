package org.evenhand.policy.training.module;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.training.ModuleFacts;
import org.evenhand.policy.training.ModuleHappening;
import org.evenhand.policy.training.TrainingRepository;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Steps on a module that is there. */
@ApplicationScoped
class ModuleSteps {

  private final Steps steps;
  private final TrainingRepository repository;
  private final People people;
  private final Clock clock;

  ModuleSteps(Steps steps, TrainingRepository repository, People people, Clock clock) {
    this.steps = steps;
    this.repository = repository;
    this.people = people;
    this.clock = clock;
  }

  /** A step of one of the two who lead it. */
  Uni<Answer> byLead(
      UUID id, @Nullable String ifMatch, Function<ModuleContext, Uni<ModuleHappening>> step) {
    return take(id, ifMatch, ModuleSteps::requireLead, step);
  }

  private static void requireLead(ModuleContext context) {
    if (!context.module().leads().include(context.actor())) {
      throw Problem.of(CommonProblem.FORBIDDEN, "This is for the two who lead the module.");
    }
  }

  /**
   * @param permission fails with 403 for a person whose step it isn't
   */
  Uni<Answer> take(
      UUID id,
      @Nullable String ifMatch,
      Consumer<ModuleContext> permission,
      Function<ModuleContext, Uni<ModuleHappening>> step) {
    return steps
        .load(session -> people.caller(session).chain(caller -> context(session, id, caller)))
        .permit(permission)
        .match(ifMatch, context -> context.module().lockVersion())
        .take(step)
        .tell((context, what) -> List.of(ModuleFacts.fact(context.module(), what)))
        .answerNow(
            (context, what) ->
                Answer.ok(
                    context.module().lockVersion(),
                    ModuleView.of(context.module(), context.caller())));
  }

  private Uni<ModuleContext> context(Mutiny.Session session, UUID id, Actor caller) {
    return repository
        .hold(session, id, caller.person(), caller.hr())
        .map(module -> new ModuleContext(session, module, caller, now()));
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
