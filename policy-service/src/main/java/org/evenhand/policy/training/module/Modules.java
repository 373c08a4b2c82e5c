package org.evenhand.policy.training.module;

import static org.evenhand.kit.web.problem.ViolationCode.DUPLICATE;
import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.PolicyProblem;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.training.ModuleFacts;
import org.evenhand.policy.training.ModuleHappening;
import org.evenhand.policy.training.ModuleRetirement;
import org.evenhand.policy.training.ModuleStep;
import org.evenhand.policy.training.TrainingModule;
import org.evenhand.policy.training.TrainingRepository;
import org.evenhand.policy.training.TrainingText;
import org.evenhand.policy.training.required.RequiredOf;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What the two who lead a module do with it. */
@ApplicationScoped
class Modules {

  private final Steps steps;
  private final ModuleSteps moduleSteps;
  private final TrainingRepository repository;
  private final LeadRules rules;
  private final ModuleReadiness readiness;
  private final RequiredOf required;
  private final People people;

  Modules(
      Steps steps,
      ModuleSteps moduleSteps,
      TrainingRepository repository,
      LeadRules rules,
      ModuleReadiness readiness,
      RequiredOf required,
      People people) {
    this.steps = steps;
    this.moduleSteps = moduleSteps;
    this.repository = repository;
    this.rules = rules;
    this.readiness = readiness;
    this.required = required;
    this.people = people;
  }

  /** A module is to come. */
  private record Proposing(Mutiny.Session session, Actor caller, Instant at)
      implements Steps.Context {

    @Override
    public UUID actor() {
      return caller.person();
    }
  }

  /**
   * @param text what it says, where that is written already
   */
  Uni<Answer> propose(ModuleRequest request, Optional<TrainingText> text) {
    return steps
        .load(
            session ->
                people
                    .caller(session)
                    .map(caller -> new Proposing(session, caller, moduleSteps.now())))
        .permit(proposing -> proposing.caller().requirePerson())
        .add()
        .take(proposing -> propose(proposing, request, text))
        .tell((proposing, module) -> List.of(ModuleFacts.fact(module, ModuleHappening.PROPOSED)))
        .answerNow(
            (proposing, module) ->
                Answer.created(
                    URI.create("/v1/training-modules/" + module.id()),
                    module.lockVersion(),
                    ModuleView.of(module, proposing.caller())));
  }

  private Uni<TrainingModule> propose(
      Proposing proposing, ModuleRequest request, Optional<TrainingText> text) {
    return rules
        .leads(proposing.session(), request.coLeads(), proposing.actor())
        .call(() -> requireFree(proposing.session(), request.key()))
        .map(
            leads ->
                new TrainingModule(
                    Ids.next(),
                    request.key(),
                    request.terms(),
                    leads,
                    proposing.actor(),
                    proposing.at()))
        .call(module -> proposing.session().persist(module))
        .call(module -> written(proposing.session(), module, text));
  }

  private Uni<Void> written(
      Mutiny.Session session, TrainingModule module, Optional<TrainingText> text) {
    return text.map(its -> repository.write(session, module.id(), its))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  private Uni<Void> requireFree(Mutiny.Session session, String key) {
    return repository
        .isTaken(session, key)
        .invoke(
            taken -> {
              if (taken) {
                throw Problem.of(PolicyProblem.TRAINING_KEY_TAKEN, "Another module has this key.")
                    .with(DUPLICATE.at("/key", "is taken"));
              }
            })
        .replaceWithVoid();
  }

  /** Whoever edits has agreed to it; the other of the two is asked anew. */
  Uni<Answer> edit(UUID id, @Nullable String ifMatch, ModuleRequest request) {
    return moduleSteps.byLead(
        id,
        ifMatch,
        context -> {
          context.module().require(ModuleStep.EDIT);
          if (!context.module().key().equals(request.key())) {
            throw Problem.of(PolicyProblem.TRAINING_INVALID, "The key of a module stays.")
                .with(INCONSISTENT.at("/key", "isn't the key of this module"));
          }
          return rules
              .leads(context.session(), request.coLeads(), context.actor())
              .invoke(
                  leads ->
                      context.module().edit(request.terms(), leads, context.actor(), context.at()))
              .replaceWith(ModuleHappening.EDITED);
        });
  }

  /** As with an edit, the other of the two is asked anew. */
  Uni<Answer> write(UUID id, @Nullable String ifMatch, TrainingText text) {
    return moduleSteps.byLead(
        id,
        ifMatch,
        context -> {
          context.module().write(context.actor(), context.at());
          return repository.write(context.session(), id, text).replaceWith(ModuleHappening.WRITTEN);
        });
  }

  Uni<Answer> agree(UUID id, @Nullable String ifMatch) {
    return moduleSteps.byLead(
        id,
        ifMatch,
        context -> {
          ModuleHappening what = context.module().agree(context.actor(), context.at());
          return rules
              .requireBothSides(context.session(), context.module().leads())
              .chain(() -> readiness.requireIfOffered(context.session(), context.module()))
              .chain(() -> required.offered(context.session(), context.module()))
              .replaceWith(what);
        });
  }

  Uni<Answer> withdraw(UUID id, @Nullable String ifMatch) {
    return moduleSteps.byLead(
        id,
        ifMatch,
        context -> {
          context.module().withdraw(context.at());
          return Uni.createFrom().item(ModuleHappening.WITHDRAWN);
        });
  }

  Uni<Answer> proposeRetirement(UUID id, @Nullable String ifMatch, String reason) {
    return moduleSteps.byLead(
        id,
        ifMatch,
        context -> {
          context
              .module()
              .proposeRetirement(new ModuleRetirement(reason, context.actor(), context.at()));
          return Uni.createFrom().item(ModuleHappening.RETIREMENT_PROPOSED);
        });
  }

  Uni<Answer> withdrawRetirement(UUID id, @Nullable String ifMatch) {
    return moduleSteps.byLead(
        id,
        ifMatch,
        context -> {
          context.module().withdrawRetirement(context.at());
          return Uni.createFrom().item(ModuleHappening.RETIREMENT_WITHDRAWN);
        });
  }

  Uni<Answer> countersignRetirement(UUID id, @Nullable String ifMatch) {
    return moduleSteps.byLead(
        id,
        ifMatch,
        context -> {
          context.module().countersignRetirement(context.actor(), context.at());
          return rules
              .requireBothSides(context.session(), context.module().leads())
              .replaceWith(ModuleHappening.RETIRED);
        });
  }
}
