package org.evenhand.review.growth.plan.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.directory.Access;
import org.evenhand.review.growth.plan.PlanStep;
import org.evenhand.review.growth.plan.access.PlanContext;
import org.evenhand.review.growth.plan.access.PlanContexts;
import org.evenhand.review.growth.plan.access.PlanPermissions;
import org.evenhand.review.growth.plan.reading.PlanViews;
import org.jspecify.annotations.Nullable;

/** The way that every step on a development plan goes. */
@ApplicationScoped
class PlanSteps {

  /** Asked after the flush, because events carry the version after the change. */
  @FunctionalInterface
  interface CameAbout {
    List<Fact> facts();
  }

  private final Steps steps;
  private final PlanContexts contexts;
  private final PlanViews views;
  private final Access access;

  PlanSteps(Steps steps, PlanContexts contexts, PlanViews views, Access access) {
    this.steps = steps;
    this.contexts = contexts;
    this.views = views;
    this.access = access;
  }

  /**
   * @param taken gives what came about
   */
  Uni<Answer> take(
      UUID id,
      @Nullable String ifMatch,
      PlanStep step,
      Function<PlanContext, Uni<CameAbout>> taken) {
    return steps
        .load(session -> access.acting(session).chain(viewer -> contexts.of(session, id, viewer)))
        .permit(context -> requirePermitted(context, step))
        .match(ifMatch, PlanContext::version)
        .take(
            context -> {
              context.plan().require(step);
              context.plan().reportTo(context.post().managerId());
              return taken.apply(context);
            })
        .tell((context, came) -> came.facts())
        .answer(
            (context, came) -> views.of(context).map(view -> Answer.ok(context.version(), view)));
  }

  /** A step that needs nothing more of the database. */
  Uni<Answer> takeNow(
      UUID id, @Nullable String ifMatch, PlanStep step, Function<PlanContext, CameAbout> taken) {
    return take(id, ifMatch, step, context -> Uni.createFrom().item(() -> taken.apply(context)));
  }

  /** A step of which subscribers don't hear. */
  Uni<Answer> note(UUID id, @Nullable String ifMatch, PlanStep step, Consumer<PlanContext> taken) {
    return takeNow(
        id,
        ifMatch,
        step,
        context -> {
          taken.accept(context);
          return noted(context, step);
        });
  }

  static CameAbout noted(PlanContext context, PlanStep step) {
    return () -> List.of(context.facts().noted(step.word()));
  }

  static void requirePermitted(PlanContext context, PlanStep step) {
    if (!PlanPermissions.permits(step, context.relations())) {
      throw Problem.of(
          CommonProblem.FORBIDDEN, "This plan is not yours for " + step.operation() + ".");
    }
  }
}
