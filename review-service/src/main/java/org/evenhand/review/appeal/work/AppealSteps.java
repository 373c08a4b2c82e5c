package org.evenhand.review.appeal.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.appeal.AppealAction;
import org.evenhand.review.appeal.access.AppealContext;
import org.evenhand.review.appeal.access.AppealContexts;
import org.evenhand.review.appeal.access.AppealPermissions;
import org.evenhand.review.appeal.reading.AppealViews;
import org.evenhand.review.directory.Access;
import org.jspecify.annotations.Nullable;

/** The one way in which a person moves an appeal on. */
@ApplicationScoped
class AppealSteps {

  private final Steps steps;
  private final AppealContexts contexts;
  private final AppealViews views;
  private final Access access;

  AppealSteps(Steps steps, AppealContexts contexts, AppealViews views, Access access) {
    this.steps = steps;
    this.contexts = contexts;
    this.views = views;
    this.access = access;
  }

  Uni<Answer> take(
      UUID id,
      @Nullable String ifMatch,
      AppealAction action,
      Function<AppealContext, Uni<Void>> step) {
    return matched(id, ifMatch, action)
        .take(
            context -> {
              context.appeal().require(action);
              return step.apply(context).replaceWith(action);
            })
        .tell((context, taken) -> context.facts().after(taken))
        .answer(
            (context, taken) ->
                views.of(context).map(view -> Answer.ok(context.appeal().version(), view)));
  }

  /** For a question to another service before the step: in the same order, and changing nothing. */
  <R> Uni<R> look(
      UUID id, @Nullable String ifMatch, AppealAction action, Function<AppealContext, R> look) {
    return matched(id, ifMatch, action)
        .look(
            context -> {
              context.appeal().require(action);
              return look.apply(context);
            });
  }

  private Steps.Matched<AppealContext> matched(
      UUID id, @Nullable String ifMatch, AppealAction action) {
    return steps
        .load(session -> access.person(session).chain(viewer -> contexts.of(session, id, viewer)))
        .permit(context -> requirePermitted(context, action))
        .match(ifMatch, context -> context.appeal().version());
  }

  private static void requirePermitted(AppealContext context, AppealAction action) {
    if (!AppealPermissions.permits(
        action, context.appeal(), context.relations(), context.viewer())) {
      throw Problem.of(
          CommonProblem.FORBIDDEN, "This appeal is not yours for " + action.operation() + ".");
    }
  }
}
