package org.evenhand.review.growth.opportunity.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.growth.opportunity.OpportunityStep;
import org.evenhand.review.growth.opportunity.access.ApplicationContexts;
import org.evenhand.review.growth.opportunity.access.OpportunityAccess;
import org.evenhand.review.growth.opportunity.access.OpportunityContext;
import org.evenhand.review.growth.opportunity.application.ApplicationFacts;
import org.evenhand.review.growth.opportunity.application.OpportunityApplication;
import org.evenhand.review.growth.opportunity.reading.ApplicationViews;
import org.jspecify.annotations.Nullable;

/** How somebody applies. That they are eligible is judged then, and kept whatever changes later. */
@ApplicationScoped
class Applying {

  private static final String APPLIES =
      """
      select id from opportunity_application
      where opportunity_id = :opportunity and employee_id = :viewer and state <> 'WITHDRAWN'
      """;

  private final OpportunitySteps steps;
  private final OpportunityAccess doors;
  private final ApplicationContexts contexts;
  private final ApplicationViews views;

  Applying(
      OpportunitySteps steps,
      OpportunityAccess doors,
      ApplicationContexts contexts,
      ApplicationViews views) {
    this.steps = steps;
    this.doors = doors;
    this.contexts = contexts;
    this.views = views;
  }

  Uni<Answer> apply(UUID id, @Nullable String ifMatch, @Nullable String statement) {
    return steps
        .matched(id, ifMatch, OpportunityStep.APPLYING)
        .take(context -> apply(context, statement))
        .tell((context, applied) -> List.of(ApplicationFacts.noted(applied, "submitted")))
        .answer(
            (context, applied) ->
                contexts
                    .of(context.session(), applied.id(), context.viewer())
                    .chain(
                        found ->
                            views
                                .of(found)
                                .map(
                                    view ->
                                        Answer.created(
                                            URI.create(
                                                "/v1/opportunity-applications/" + applied.id()),
                                            found.version(),
                                            view))));
  }

  private Uni<OpportunityApplication> apply(
      OpportunityContext context, @Nullable String statement) {
    requireOpen(context);
    return requireFirst(context)
        .chain(
            () -> doors.applicant(context.session(), context.viewer(), context.opportunity().id()))
        .map(
            applicant ->
                new OpportunityApplication(
                    Ids.next(), context.opportunity().id(), applicant, statement, context.at()))
        .call(context.session()::persist);
  }

  private static void requireOpen(OpportunityContext context) {
    context.opportunity().require(OpportunityStep.APPLYING);
    if (!context.at().isBefore(Closing.endOf(context.opportunity().openUntil().orElseThrow()))) {
      throw Problem.of(CommonProblem.STATE_CONFLICT, "Its last day is over everywhere.")
          .allowing(List.of());
    }
  }

  private static Uni<Void> requireFirst(OpportunityContext context) {
    return Rows.of(context.session(), APPLIES)
        .bind("opportunity", context.opportunity().id())
        .bind("viewer", context.actor())
        .any()
        .invoke(
            applies -> {
              if (applies) {
                throw Problem.of(CommonProblem.STATE_CONFLICT, "You have applied for it already.")
                    .allowing(List.of());
              }
            })
        .replaceWithVoid();
  }
}
