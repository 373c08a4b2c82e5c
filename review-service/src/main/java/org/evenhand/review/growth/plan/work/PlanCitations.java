package org.evenhand.review.growth.plan.work;

import static org.evenhand.kit.web.problem.ViolationCode.DUPLICATE;
import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.directory.Access;
import org.evenhand.review.growth.plan.PlanStep;
import org.evenhand.review.growth.plan.access.PlanContext;
import org.evenhand.review.growth.plan.access.PlanContexts;
import org.evenhand.review.growth.plan.reading.PlanViews;
import org.evenhand.review.growth.plan.work.PlanRequests.PlanCitationRequest;
import org.evenhand.review.review.ReviewAction;
import org.evenhand.review.review.access.Permissions;
import org.evenhand.review.review.access.ReviewContext;
import org.evenhand.review.review.access.ReviewContexts;
import org.hibernate.reactive.common.AffectedEntities;
import org.jspecify.annotations.Nullable;

/**
 * The person points to a plan beside their own view in a review. The plan is opened to whoever
 * reviews them there. The review itself keeps nothing of it, so that neither a session nor a panel
 * comes to read it; and the plan's version stays, so that nobody else learns of it.
 */
@ApplicationScoped
class PlanCitations {

  private static final String CITE =
      """
      insert into development_plan_citation (plan_id, review_id, cited_at)
      values (:plan, :review, :at) on conflict do nothing
      """;

  private final Steps steps;
  private final PlanContexts contexts;
  private final ReviewContexts reviews;
  private final PlanViews views;
  private final Access access;

  PlanCitations(
      Steps steps, PlanContexts contexts, ReviewContexts reviews, PlanViews views, Access access) {
    this.steps = steps;
    this.contexts = contexts;
    this.reviews = reviews;
    this.views = views;
    this.access = access;
  }

  Uni<Answer> cite(UUID id, @Nullable String ifMatch, PlanCitationRequest request) {
    return steps
        .load(session -> access.person(session).chain(viewer -> contexts.of(session, id, viewer)))
        .permit(context -> PlanSteps.requirePermitted(context, PlanStep.CITATION))
        .match(ifMatch, PlanContext::version)
        .take(
            context -> {
              context.plan().require(PlanStep.CITATION);
              return review(context, request)
                  .invoke(in -> requireOwn(context, in))
                  .chain(in -> cite(context, in));
            })
        .tell((context, cited) -> List.of(context.facts().noted("cited")))
        .answer(
            (context, cited) -> views.of(context).map(view -> Answer.ok(context.version(), view)));
  }

  private Uni<ReviewContext> review(PlanContext context, PlanCitationRequest request) {
    return reviews
        .of(context.session(), request.reviewId(), context.viewer())
        .onFailure(Problem.class)
        .transform(
            unseen ->
                notPossible("There is no such review, or you may not know of it.")
                    .with(NOT_FOUND.at("/reviewId", "is no review that you see")));
  }

  private static void requireOwn(PlanContext context, ReviewContext in) {
    ReviewAction step = ReviewAction.SELF_CONTRIBUTION;
    if (!Permissions.permits(step, in.review(), in.relations(), in.viewer())) {
      throw notPossible("One cites in one's own review.")
          .with(NOT_ALLOWED.at("/reviewId", "is not about you"));
    }
    if (!in.review().assignmentId().equals(context.plan().assignmentId())) {
      throw notPossible("The review is of another assignment.")
          .with(INCONSISTENT.at("/reviewId", "is not of the assignment of the plan"));
    }
    in.review().require(step, in.cycle().state());
  }

  private static Uni<Integer> cite(PlanContext context, ReviewContext in) {
    return context
        .session()
        .createNativeQuery(CITE, new AffectedEntities())
        .setParameter("plan", context.plan().id())
        .setParameter("review", in.review().id())
        .setParameter("at", context.at().atOffset(ZoneOffset.UTC))
        .executeUpdate()
        .invoke(
            cited -> {
              if (cited == 0) {
                throw notPossible("The review cites it already.")
                    .with(DUPLICATE.at("/reviewId", "cites it already"));
              }
            });
  }

  private static Problem notPossible(String detail) {
    return Problem.of(CommonProblem.RULE_VIOLATED, detail);
  }
}
