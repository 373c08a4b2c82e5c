package org.evenhand.review.growth.plan.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.review.directory.Access;
import org.evenhand.review.growth.citation.Cited;
import org.evenhand.review.growth.citation.SelfCitations;
import org.evenhand.review.growth.plan.PlanStep;
import org.evenhand.review.growth.plan.access.PlanContext;
import org.evenhand.review.growth.plan.access.PlanContexts;
import org.evenhand.review.growth.plan.reading.PlanViews;
import org.jspecify.annotations.Nullable;

/** The person opens a plan to whoever reviews them, for as long as that review cites it. */
@ApplicationScoped
class PlanCitations {

  private final Steps steps;
  private final PlanContexts contexts;
  private final SelfCitations citations;
  private final PlanViews views;
  private final Access access;

  PlanCitations(
      Steps steps, PlanContexts contexts, SelfCitations citations, PlanViews views, Access access) {
    this.steps = steps;
    this.contexts = contexts;
    this.citations = citations;
    this.views = views;
    this.access = access;
  }

  Uni<Answer> cite(UUID id, @Nullable String ifMatch, UUID review) {
    return take(
        id,
        ifMatch,
        PlanStep.CITATION,
        context ->
            citations.cite(
                context.session(), context.viewer(), cited(context), review, context.at()));
  }

  Uni<Answer> takeBack(UUID id, UUID review, @Nullable String ifMatch) {
    return take(
        id,
        ifMatch,
        PlanStep.CITATION_WITHDRAWAL,
        context -> citations.takeBack(context.session(), context.viewer(), cited(context), review));
  }

  private static Cited cited(PlanContext context) {
    return new Cited(Cited.Kind.PLAN, context.plan().id(), context.plan().assignmentId());
  }

  private Uni<Answer> take(
      UUID id, @Nullable String ifMatch, PlanStep step, Function<PlanContext, Uni<Void>> taking) {
    return steps
        .load(session -> access.person(session).chain(viewer -> contexts.of(session, id, viewer)))
        .permit(context -> PlanSteps.requirePermitted(context, step))
        .match(ifMatch, PlanContext::version)
        .take(
            context -> {
              context.plan().require(step);
              return taking.apply(context).replaceWith(context);
            })
        .tell((context, taken) -> List.of(context.facts().noted(step.word())))
        .answer(
            (context, taken) -> views.of(context).map(view -> Answer.ok(context.version(), view)));
  }
}
