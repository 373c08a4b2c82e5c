package org.evenhand.review.growth.opportunity.work;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.growth.opportunity.Assessors;
import org.evenhand.review.growth.opportunity.OpportunityStep;
import org.evenhand.review.growth.opportunity.access.OpportunityContext;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Who is to assess. Nobody is refused for having applied, or for a line to somebody who has: that
 * would say who has applied. They simply see nothing of it.
 */
@ApplicationScoped
class AssessorSteps {

  private final OpportunitySteps steps;
  private final Assessors assessors;
  private final Directory directory;

  AssessorSteps(OpportunitySteps steps, Assessors assessors, Directory directory) {
    this.steps = steps;
    this.assessors = assessors;
    this.directory = directory;
  }

  Uni<Answer> name(UUID id, @Nullable String ifMatch, UUID person) {
    return steps.take(
        id,
        ifMatch,
        OpportunityStep.NAMING,
        context ->
            requireAtWork(context.session(), person)
                .chain(() -> assessors.add(context.session(), id, person))
                .map(done -> noted(context, OpportunityStep.NAMING)));
  }

  private Uni<Void> requireAtWork(Mutiny.Session session, UUID person) {
    return directory
        .byId(session, person)
        .invoke(
            found -> {
              if (found.filter(one -> !one.left()).isEmpty()) {
                throw Problem.of(CommonProblem.RULE_VIOLATED, "Somebody who works here assesses.")
                    .with(NOT_FOUND.at("/employeeId", "is nobody who works here"));
              }
            })
        .replaceWithVoid();
  }

  /** What they have found already stays. */
  Uni<Answer> release(UUID id, @Nullable String ifMatch, UUID person) {
    return steps.take(
        id,
        ifMatch,
        OpportunityStep.RELEASE,
        context ->
            assessors
                .remove(context.session(), id, person)
                .map(done -> noted(context, OpportunityStep.RELEASE)));
  }

  private static CameAbout noted(OpportunityContext context, OpportunityStep step) {
    return () -> List.of(context.facts().noted(step.word()));
  }
}
