package org.evenhand.policy.training.module;

import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.policy.PolicyProblem;
import org.evenhand.policy.training.TrainingFormat;
import org.evenhand.policy.training.TrainingModule;
import org.evenhand.policy.training.TrainingRepository;
import org.evenhand.policy.training.casestudy.PublishedPrecedents;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What a module has to hold before it is offered: then it stays as it is, and keeps people from
 * rating.
 */
@ApplicationScoped
class ModuleReadiness {

  private final TrainingRepository repository;
  private final PublishedPrecedents precedents;

  ModuleReadiness(TrainingRepository repository, PublishedPrecedents precedents) {
    this.repository = repository;
    this.precedents = precedents;
  }

  /**
   * @throws Problem 422 where an offer would be empty
   */
  Uni<Void> requireIfOffered(Mutiny.Session session, TrainingModule module) {
    if (!module.isOffered()) {
      return Uni.createFrom().voidItem();
    }
    return module.terms().format() == TrainingFormat.CASE_STUDY
        ? requireCases(session, module)
        : requireUnits(session, module);
  }

  private Uni<Void> requireUnits(Mutiny.Session session, TrainingModule module) {
    return repository
        .text(session, module.id())
        .invoke(
            text -> {
              if (text.isEmpty() || text.get().units().isEmpty()) {
                throw incomplete(REQUIRED.at("/units", "lacks a unit in the module's text"));
              }
            })
        .replaceWithVoid();
  }

  private Uni<Void> requireCases(Mutiny.Session session, TrainingModule module) {
    return precedents
        .of(session, module.terms().precedents())
        .invoke(
            published -> {
              if (published.size() < PublishedPrecedents.ENOUGH) {
                throw incomplete(
                    REQUIRED.at(
                        "/precedents",
                        "names fewer than %d that are published"
                            .formatted(PublishedPrecedents.ENOUGH)));
              }
            })
        .replaceWithVoid();
  }

  private static Problem incomplete(Violation violation) {
    return Problem.of(
            PolicyProblem.TRAINING_INCOMPLETE, "People could not go through what isn't there.")
        .with(violation);
  }
}
