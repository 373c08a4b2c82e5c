package org.evenhand.review.growth.remediation.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.directory.Access;
import org.evenhand.review.growth.goal.Post;
import org.evenhand.review.growth.remediation.RemediationFacts;
import org.evenhand.review.growth.remediation.RemediationPlan;
import org.evenhand.review.growth.remediation.RemediationStep;
import org.evenhand.review.growth.remediation.access.RemediationContext;
import org.evenhand.review.growth.remediation.access.RemediationContexts;
import org.evenhand.review.growth.remediation.access.RemediationPermissions;
import org.evenhand.review.growth.remediation.reading.RemediationViews;
import org.jspecify.annotations.Nullable;

/** The way that every step on a remediation plan goes. */
@ApplicationScoped
class RemediationSteps {

  private final Steps steps;
  private final RemediationContexts contexts;
  private final RemediationViews views;
  private final RemediationClock clock;
  private final RemediationWatch watch;
  private final Access access;

  RemediationSteps(
      Steps steps,
      RemediationContexts contexts,
      RemediationViews views,
      RemediationClock clock,
      RemediationWatch watch,
      Access access) {
    this.steps = steps;
    this.contexts = contexts;
    this.views = views;
    this.clock = clock;
    this.watch = watch;
    this.access = access;
  }

  /** A step that needs nothing more of the database. */
  Uni<Answer> takeNow(
      UUID id, @Nullable String ifMatch, RemediationStep step, Consumer<RemediationContext> taken) {
    return take(
        id,
        ifMatch,
        step,
        context -> {
          taken.accept(context);
          return Uni.createFrom().item(step.word());
        });
  }

  /**
   * @param taken gives what came about, in the audit's words
   */
  Uni<Answer> take(
      UUID id,
      @Nullable String ifMatch,
      RemediationStep step,
      Function<RemediationContext, Uni<String>> taken) {
    return steps
        .load(session -> access.acting(session).chain(viewer -> contexts.of(session, id, viewer)))
        .permit(context -> requirePermitted(context, step))
        .match(ifMatch, RemediationContext::version)
        .take(
            context ->
                follow(context)
                    .invoke(() -> context.plan().require(step))
                    .chain(() -> taken.apply(context))
                    .call(() -> clock.set(context.session(), context.plan(), context.days())))
        .tell((context, word) -> List.of(RemediationFacts.noted(context.plan(), word)))
        .answer(
            (context, word) -> views.of(context).map(view -> Answer.ok(context.version(), view)));
  }

  /** An import may have told a moment ago of what the plan has not followed yet. */
  private Uni<Void> follow(RemediationContext context) {
    RemediationPlan plan = context.plan();
    Post post = context.post();
    return post.open()
            && post.statusSeen() == plan.statusSeen()
            && Objects.equals(post.managerId(), plan.managerId().orElse(null))
        ? Uni.createFrom().voidItem()
        : watch.run(context.session(), plan.id());
  }

  /** Whoever leads the person since a while ago has to stand by it before it goes against them. */
  static void requireConfirmed(RemediationContext context, RemediationStep step) {
    if (context.plan().managerChanged()) {
      throw conflict(
          context, step, "Whoever leads the person now has not said yet that they stand by it.");
    }
  }

  private static void requirePermitted(RemediationContext context, RemediationStep step) {
    if (!RemediationPermissions.permits(step, context.relations())) {
      throw Problem.of(
          CommonProblem.FORBIDDEN, "This plan is not yours for " + step.operation() + ".");
    }
  }

  /**
   * @throws Problem 409 that names what else the caller can do
   */
  static Problem conflict(RemediationContext context, RemediationStep refused, String why) {
    return Problem.of(CommonProblem.STATE_CONFLICT, why)
        .allowing(
            RemediationPermissions.open(context.plan(), context.relations()).stream()
                .filter(step -> step != refused)
                .map(RemediationStep::operation)
                .toList());
  }
}
