package org.evenhand.review.growth.opportunity.work;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.evenhand.kit.data.duty.Duties;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.growth.opportunity.OpportunityFacts;
import org.evenhand.review.growth.opportunity.access.ApplicationContext;
import org.evenhand.review.growth.opportunity.access.ApplicationContexts;
import org.evenhand.review.growth.opportunity.access.ApplicationPermissions;
import org.evenhand.review.growth.opportunity.application.ApplicationFacts;
import org.evenhand.review.growth.opportunity.application.ApplicationStep;
import org.evenhand.review.growth.opportunity.application.Assessment;
import org.evenhand.review.growth.opportunity.reading.ApplicationViews;
import org.evenhand.review.growth.opportunity.work.ApplicationRequests.AssessmentRequest;
import org.evenhand.review.growth.opportunity.work.ApplicationRequests.FindingRequest;
import org.evenhand.review.growth.opportunity.work.ApplicationRequests.IneligibilityRequest;
import org.jspecify.annotations.Nullable;

/** What is done with an application, and what follows for its opportunity. */
@ApplicationScoped
class ApplicationSteps {

  private final Steps steps;
  private final ApplicationContexts contexts;
  private final ApplicationViews views;
  private final Answers answers;
  private final Duties duties;
  private final Idempotency idempotency;

  ApplicationSteps(
      Steps steps,
      ApplicationContexts contexts,
      ApplicationViews views,
      Answers answers,
      Duties duties,
      Idempotency idempotency) {
    this.steps = steps;
    this.contexts = contexts;
    this.views = views;
    this.answers = answers;
    this.duties = duties;
    this.idempotency = idempotency;
  }

  /** Nobody has to say why; and no answer that is remembered for a repeat says the words again. */
  Uni<Answer> withdraw(UUID id, @Nullable String ifMatch) {
    return take(
        id,
        ifMatch,
        ApplicationStep.WITHDRAWAL,
        context -> {
          context.application().withdraw();
          return idempotency.takeWords(context.session(), List.of(id));
        });
  }

  Uni<Answer> declareNotEligible(UUID id, @Nullable String ifMatch, IneligibilityRequest request) {
    return takeNow(
        id,
        ifMatch,
        ApplicationStep.INELIGIBILITY,
        context -> {
          if (!context.opportunity().conditions().contains(request.criterion())) {
            throw Problem.of(
                    CommonProblem.RULE_VIOLATED,
                    "What was posted as a condition counts; the rest is assessed by two.")
                .with(NOT_FOUND.at("/criterion", "is no condition that was posted"));
          }
          context.application().declareNotEligible(request.reason());
        });
  }

  Uni<Answer> assess(UUID id, @Nullable String ifMatch, AssessmentRequest request) {
    return takeNow(id, ifMatch, ApplicationStep.ASSESSMENT, context -> assess(context, request));
  }

  private static void assess(ApplicationContext context, AssessmentRequest request) {
    if (context.application().isAssessedBy(context.actor())) {
      throw Problem.of(CommonProblem.STATE_CONFLICT, "You have assessed it already.")
          .allowing(List.of());
    }
    EachCriterion.require(context.opportunity().criteria(), request.criteria(), "/findings");
    context
        .application()
        .assess(
            new Assessment(
                context.actor(),
                context.viewer().has(Roles.HR) || context.viewer().has(Roles.HR_LEAD),
                request.findings().stream().map(FindingRequest::finding).toList(),
                context.at()));
  }

  Uni<Answer> answer(UUID id, @Nullable String ifMatch, boolean accepted) {
    return takeNow(
        id,
        ifMatch,
        accepted ? ApplicationStep.ACCEPTANCE : ApplicationStep.REFUSAL,
        context -> context.application().answer(accepted));
  }

  private Uni<Answer> takeNow(
      UUID id, @Nullable String ifMatch, ApplicationStep step, Consumer<ApplicationContext> taken) {
    return take(
        id,
        ifMatch,
        step,
        context -> {
          taken.accept(context);
          return Uni.createFrom().voidItem();
        });
  }

  /** What follows for the opportunity and for what is owed because of it follows at once. */
  Uni<Answer> take(
      UUID id,
      @Nullable String ifMatch,
      ApplicationStep step,
      Function<ApplicationContext, Uni<Void>> taken) {
    return steps
        .load(session -> contexts.acting(session, id))
        .permit(context -> requirePermitted(context, step))
        .match(ifMatch, ApplicationContext::version)
        .take(
            context -> {
              require(context, step);
              return taken
                  .apply(context)
                  .chain(
                      () -> answers.follow(context.session(), context.opportunity(), context.at()))
                  .call(() -> followDuties(context, step));
            })
        .tell(
            (context, came) ->
                came.and(() -> List.of(ApplicationFacts.noted(context.application(), step.word())))
                    .facts())
        .answer(
            (context, came) -> views.of(context).map(view -> Answer.ok(context.version(), view)));
  }

  /** What those who assess owe follows from the applications that are left to them. */
  private Uni<Void> followDuties(ApplicationContext context, ApplicationStep step) {
    return switch (step) {
      case WITHDRAWAL, INELIGIBILITY, ASSESSMENT ->
          context
              .session()
              .flush()
              .chain(
                  () ->
                      duties.follow(
                          context.session(),
                          OpportunityFacts.AGGREGATE,
                          List.of(context.opportunity().id())));
      case VERDICT, ACCEPTANCE, REFUSAL -> Uni.createFrom().voidItem();
    };
  }

  private static void require(ApplicationContext context, ApplicationStep step) {
    context.application().require(step);
    if (!step.isDuring(context.opportunity().state())) {
      throw Problem.of(
              CommonProblem.STATE_CONFLICT,
              "An opportunity that is %s does not allow %s."
                  .formatted(context.opportunity().state(), step.operation()))
          .allowing(
              ApplicationPermissions.open(
                      context.application(),
                      context.opportunity().state(),
                      context.relations(),
                      context.actor())
                  .stream()
                  .map(ApplicationStep::operation)
                  .toList());
    }
  }

  private static void requirePermitted(ApplicationContext context, ApplicationStep step) {
    if (!ApplicationPermissions.permits(step, context.relations())) {
      throw Problem.of(
          CommonProblem.FORBIDDEN, "This application is not yours for " + step.operation() + ".");
    }
  }
}
