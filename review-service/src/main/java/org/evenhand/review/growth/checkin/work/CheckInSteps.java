package org.evenhand.review.growth.checkin.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.directory.Access;
import org.evenhand.review.growth.checkin.CheckIn;
import org.evenhand.review.growth.checkin.CheckInFacts;
import org.evenhand.review.growth.checkin.CheckInStep;
import org.evenhand.review.growth.checkin.access.CheckInContext;
import org.evenhand.review.growth.checkin.access.CheckInContexts;
import org.evenhand.review.growth.checkin.reading.CheckInViews;
import org.jspecify.annotations.Nullable;

/** The one way in which a person moves a check-in on. */
@ApplicationScoped
class CheckInSteps {

  private final Steps steps;
  private final CheckInContexts contexts;
  private final CheckInViews views;
  private final Access access;

  CheckInSteps(Steps steps, CheckInContexts contexts, CheckInViews views, Access access) {
    this.steps = steps;
    this.contexts = contexts;
    this.views = views;
    this.access = access;
  }

  /**
   * @param take gives those that were planned because of it
   */
  Uni<Answer> take(
      UUID id,
      @Nullable String ifMatch,
      CheckInStep step,
      Function<CheckInContext, Uni<List<CheckIn>>> take) {
    return steps
        .load(session -> access.acting(session).chain(viewer -> contexts.of(session, id, viewer)))
        .permit(context -> requirePermitted(context, step))
        .match(ifMatch, context -> context.checkIn().version())
        .take(
            context -> {
              context.checkIn().require(step);
              return take.apply(context);
            })
        .tell(
            (context, planned) ->
                Stream.concat(
                        Stream.of(context.noted(step)),
                        planned.stream().map(next -> CheckInFacts.noted(next, "planned")))
                    .toList())
        .answer(
            (context, planned) ->
                views.of(context).map(view -> Answer.ok(context.checkIn().version(), view)));
  }

  /** A step that changes the check-in alone. */
  Uni<Answer> note(
      UUID id, @Nullable String ifMatch, CheckInStep step, Consumer<CheckInContext> change) {
    return take(
        id,
        ifMatch,
        step,
        context -> {
          change.accept(context);
          return Uni.createFrom().item(List.of());
        });
  }

  private static void requirePermitted(CheckInContext context, CheckInStep step) {
    if (!context.permits(step)) {
      throw Problem.of(
          CommonProblem.FORBIDDEN, "This check-in is not yours for " + step.operation() + ".");
    }
  }
}
