package org.evenhand.policy.training.completion;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;
import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.PolicyProblem;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.directory.Person;
import org.evenhand.policy.training.CompletionFacts;
import org.evenhand.policy.training.CompletionHappening;
import org.evenhand.policy.training.Enrolment;
import org.evenhand.policy.training.ModuleStep;
import org.evenhand.policy.training.TrainingCompletion;
import org.evenhand.policy.training.TrainingModule;
import org.evenhand.policy.training.TrainingRepository;
import org.evenhand.policy.training.completion.CompletionRequests.EnrolmentRequest;
import org.evenhand.policy.training.time.Learner;
import org.evenhand.policy.training.time.Learners;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Who is to go through a module: whoever asks for it, and whom those who lead it or HR ask. */
@ApplicationScoped
class Enrolments {

  private final Steps steps;
  private final CompletionSteps completionSteps;
  private final TrainingRepository repository;
  private final CompletionSight sight;
  private final People people;
  private final Learners learners;

  Enrolments(
      Steps steps,
      CompletionSteps completionSteps,
      TrainingRepository repository,
      CompletionSight sight,
      People people,
      Learners learners) {
    this.steps = steps;
    this.completionSteps = completionSteps;
    this.repository = repository;
    this.sight = sight;
    this.people = people;
    this.learners = learners;
  }

  /** The module is held, so that it isn't retired meanwhile. */
  private record Enrolling(Mutiny.Session session, TrainingModule module, Actor caller, Instant at)
      implements Steps.Context {

    @Override
    public UUID actor() {
      return caller.person();
    }

    boolean isByLead() {
      return module.leads().include(caller.person());
    }
  }

  /** Somebody new to a module. */
  private record Enrolled(TrainingCompletion completion, Learner learner) {}

  Uni<Answer> enrol(EnrolmentRequest request) {
    return steps
        .load(
            session -> people.caller(session).chain(caller -> enrolling(session, request, caller)))
        .permitAll()
        .add()
        .take(enrolling -> enrol(enrolling, request))
        .tell(
            (enrolling, made) ->
                List.of(CompletionFacts.fact(made.completion(), CompletionHappening.ENROLLED)))
        .answerNow(
            (enrolling, made) ->
                Answer.created(
                    URI.create("/v1/training-completions/" + made.completion().id()),
                    made.completion().version(true),
                    CompletionView.of(
                        made.completion(),
                        enrolling.module(),
                        enrolling.caller(),
                        made.learner().today(enrolling.at()))));
  }

  private Uni<Enrolling> enrolling(Mutiny.Session session, EnrolmentRequest request, Actor caller) {
    return repository
        .hold(session, request.moduleId(), caller.person(), caller.hr())
        .map(module -> new Enrolling(session, module, caller, completionSteps.now()));
  }

  private Uni<Enrolled> enrol(Enrolling enrolling, EnrolmentRequest request) {
    enrolling.module().require(ModuleStep.ENROLMENT);
    return people
        .named(enrolling.session(), Set.of(request.employee()))
        .map(found -> Optional.ofNullable(found.get(request.employee())))
        .map(found -> found.map(Person::employeeId).orElseThrow(() -> unknown(enrolling)))
        .call(person -> requirePermitted(enrolling, person))
        .chain(person -> learners.of(enrolling.session(), person))
        .map(Optional::orElseThrow)
        .invoke(learner -> requireAhead(request.dueOn(), learner.today(enrolling.at())))
        .chain(learner -> enrol(enrolling, request, learner));
  }

  private Uni<Void> requirePermitted(Enrolling enrolling, UUID person) {
    Actor caller = enrolling.caller();
    if (caller.is(person) || enrolling.isByLead()) {
      return Uni.createFrom().voidItem();
    }
    Uni<Boolean> serves =
        caller.hr()
            ? sight.serves(enrolling.session(), caller, person)
            : Uni.createFrom().item(false);
    return serves
        .invoke(
            served -> {
              if (!served) {
                throw forbidden();
              }
            })
        .replaceWithVoid();
  }

  private Uni<Enrolled> enrol(Enrolling enrolling, EnrolmentRequest request, Learner learner) {
    UUID module = enrolling.module().id();
    return repository
        .of(enrolling.session(), module, learner.id())
        .invoke(
            known -> {
              if (known.isPresent()) {
                throw Problem.of(PolicyProblem.ENROLLED_ALREADY, "They have this module already.");
              }
            })
        .map(
            none ->
                new TrainingCompletion(
                    Ids.next(),
                    module,
                    learner.id(),
                    new Enrolment(enrolling.actor(), request.dueOn(), enrolling.at())))
        .call(made -> enrolling.session().persist(made))
        .map(made -> new Enrolled(made, learner));
  }

  private static void requireAhead(@Nullable LocalDate on, LocalDate today) {
    if (on != null && (on.isBefore(today) || on.isAfter(today.plusYears(1)))) {
      throw Problem.of(PolicyProblem.TRAINING_INVALID, "It can't be due on that day.")
          .with(RANGE.at("/dueOn", "must be from " + today + " to " + today.plusYears(1)));
    }
  }

  private static Problem forbidden() {
    return Problem.of(
        CommonProblem.FORBIDDEN,
        "Others are asked by HR that serves them, or by the two who lead the module.");
  }

  /** Whoever may ask for themself alone doesn't learn who works here. */
  private static Problem unknown(Enrolling enrolling) {
    if (!enrolling.caller().hr() && !enrolling.isByLead()) {
      return forbidden();
    }
    return Problem.of(PolicyProblem.TRAINING_INVALID, "Nobody who works here goes by this id.")
        .with(NOT_FOUND.at("/employee", "is nobody who works here"));
  }
}
