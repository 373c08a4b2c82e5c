package org.evenhand.review.growth.goal.work;

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
import org.evenhand.review.growth.goal.GoalAction;
import org.evenhand.review.growth.goal.access.GoalContext;
import org.evenhand.review.growth.goal.access.GoalContexts;
import org.evenhand.review.growth.goal.access.GoalPermissions;
import org.evenhand.review.growth.goal.reading.GoalViews;
import org.jspecify.annotations.Nullable;

/** The one way in which a person moves a goal on. */
@ApplicationScoped
class GoalSteps {

  /** What came about, told after the flush: events carry the version after the change. */
  @FunctionalInterface
  interface CameAbout {
    List<Fact> facts();
  }

  private final Steps steps;
  private final GoalContexts contexts;
  private final GoalViews views;
  private final Access access;

  GoalSteps(Steps steps, GoalContexts contexts, GoalViews views, Access access) {
    this.steps = steps;
    this.contexts = contexts;
    this.views = views;
    this.access = access;
  }

  /**
   * @param step gives what came about
   */
  Uni<Answer> take(
      UUID id,
      @Nullable String ifMatch,
      GoalAction action,
      Function<GoalContext, Uni<CameAbout>> step) {
    return steps
        .load(session -> access.acting(session).chain(viewer -> contexts.of(session, id, viewer)))
        .permit(context -> requirePermitted(context, action))
        .match(ifMatch, context -> context.goal().version())
        .take(
            context -> {
              context.goal().require(action);
              return step.apply(context);
            })
        .tell((context, came) -> came.facts())
        .answer(
            (context, came) ->
                views.of(context).map(view -> Answer.ok(context.goal().version(), view)));
  }

  /** A step that changes the goal alone, and of which subscribers don't hear. */
  Uni<Answer> note(
      UUID id, @Nullable String ifMatch, GoalAction action, Consumer<GoalContext> step) {
    return take(
        id,
        ifMatch,
        action,
        context -> {
          step.accept(context);
          return Uni.createFrom().item(noted(context, action));
        });
  }

  static CameAbout noted(GoalContext context, GoalAction action) {
    return () -> List.of(context.facts().noted(action.word()));
  }

  private static void requirePermitted(GoalContext context, GoalAction action) {
    if (!GoalPermissions.permits(action, context.goal(), context.relations())) {
      throw Problem.of(
          CommonProblem.FORBIDDEN, "This goal is not yours for " + action.operation() + ".");
    }
  }
}
