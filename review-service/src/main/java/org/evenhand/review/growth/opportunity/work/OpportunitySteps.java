package org.evenhand.review.growth.opportunity.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.growth.opportunity.OpportunityStep;
import org.evenhand.review.growth.opportunity.access.OpportunityContext;
import org.evenhand.review.growth.opportunity.access.OpportunityContexts;
import org.evenhand.review.growth.opportunity.access.OpportunityPermissions;
import org.evenhand.review.growth.opportunity.reading.OpportunityViews;
import org.jspecify.annotations.Nullable;

/** The way that every step on an opportunity goes. */
@ApplicationScoped
class OpportunitySteps {

  private final Steps steps;
  private final OpportunityContexts contexts;
  private final OpportunityViews views;

  OpportunitySteps(Steps steps, OpportunityContexts contexts, OpportunityViews views) {
    this.steps = steps;
    this.contexts = contexts;
    this.views = views;
  }

  /** For a step that has an answer of its own. */
  Steps.Matched<OpportunityContext> matched(
      UUID id, @Nullable String ifMatch, OpportunityStep step) {
    return steps
        .load(session -> contexts.acting(session, id))
        .permit(context -> requirePermitted(context, step))
        .match(ifMatch, OpportunityContext::version);
  }

  Uni<Answer> take(
      UUID id,
      @Nullable String ifMatch,
      OpportunityStep step,
      Function<OpportunityContext, Uni<CameAbout>> taken) {
    return matched(id, ifMatch, step)
        .take(
            context -> {
              context.opportunity().require(step);
              return taken.apply(context);
            })
        .tell((context, came) -> came.facts())
        .answer(
            (context, came) -> views.of(context).map(view -> Answer.ok(context.version(), view)));
  }

  private static void requirePermitted(OpportunityContext context, OpportunityStep step) {
    if (!OpportunityPermissions.permits(
        step, context.opportunity(), context.relations(), context.actor())) {
      throw Problem.of(
          CommonProblem.FORBIDDEN, "This opportunity is not yours for " + step.operation() + ".");
    }
  }
}
