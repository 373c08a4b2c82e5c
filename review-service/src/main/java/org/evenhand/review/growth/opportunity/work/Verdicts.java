package org.evenhand.review.growth.opportunity.work;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.growth.opportunity.access.ApplicationAccess;
import org.evenhand.review.growth.opportunity.access.ApplicationContext;
import org.evenhand.review.growth.opportunity.access.ApplicationRelation;
import org.evenhand.review.growth.opportunity.application.ApplicationRepository;
import org.evenhand.review.growth.opportunity.application.ApplicationStep;
import org.evenhand.review.growth.opportunity.application.Verdict;
import org.evenhand.review.growth.opportunity.work.ApplicationRequests.ReasonRequest;
import org.evenhand.review.growth.opportunity.work.ApplicationRequests.VerdictRequest;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of each application, with its reasons. It can be put otherwise until all are
 * told.
 */
@ApplicationScoped
class Verdicts {

  private final ApplicationSteps steps;
  private final ApplicationRepository applications;
  private final ApplicationAccess doors;

  Verdicts(ApplicationSteps steps, ApplicationRepository applications, ApplicationAccess doors) {
    this.steps = steps;
    this.applications = applications;
    this.doors = doors;
  }

  Uni<Answer> decide(UUID id, @Nullable String ifMatch, VerdictRequest request) {
    return steps.take(
        id,
        ifMatch,
        ApplicationStep.VERDICT,
        context -> {
          EachCriterion.require(context.opportunity().criteria(), request.criteria(), "/reasons");
          return requirePlace(context, request.selected())
              .invoke(
                  () ->
                      context
                          .application()
                          .decide(
                              new Verdict(
                                  request.selected(),
                                  request.reasons().stream().map(ReasonRequest::reason).toList(),
                                  context.actor(),
                                  context.at())));
        });
  }

  /**
   * Those count of whom the caller may know: a refusal because of somebody else would tell that
   * somebody in the caller's line has applied, and is to get it. Where two who don't see the same
   * select more than there are places, nobody is told before one who sees all has put it right.
   */
  private Uni<Void> requirePlace(ApplicationContext context, boolean selected) {
    if (!selected) {
      return Uni.createFrom().voidItem();
    }
    return applications
        .selected(context.session(), context.opportunity().id())
        .map(
            ids -> ids.stream().filter(other -> !other.equals(context.application().id())).toList())
        .chain(others -> doors.relations(context.session(), context.viewer(), others))
        .map(seen -> seen.values().stream().filter(ApplicationRelation::decides).count())
        .invoke(taken -> requirePlace(taken, context.opportunity().terms().places()))
        .replaceWithVoid();
  }

  private static void requirePlace(long taken, int places) {
    if (taken >= places) {
      throw Problem.of(
              CommonProblem.RULE_VIOLATED, "As many are selected as there are places already.")
          .with(NOT_ALLOWED.at("/selected", "would be one more than there are places"));
    }
  }
}
