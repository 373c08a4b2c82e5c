package org.evenhand.review.growth.upward.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.review.directory.Access;
import org.evenhand.review.growth.upward.UpwardAnswers;
import org.evenhand.review.growth.upward.UpwardFacts;
import org.evenhand.review.growth.upward.UpwardRepository;
import org.evenhand.review.growth.upward.UpwardStep;
import org.evenhand.review.growth.upward.access.UpwardContexts;
import org.evenhand.review.growth.upward.access.UpwardPermissions;
import org.evenhand.review.growth.upward.reading.UpwardViews;
import org.jspecify.annotations.Nullable;

/** Ends a round before its day. Nobody has read anything of it, and nothing of it is kept. */
@ApplicationScoped
class UpwardCancelling {

  private final Steps steps;
  private final UpwardContexts contexts;
  private final UpwardRepository rounds;
  private final UpwardAnswers answers;
  private final UpwardViews views;
  private final Access access;
  private final DueWork dueWork;

  UpwardCancelling(
      Steps steps,
      UpwardContexts contexts,
      UpwardRepository rounds,
      UpwardAnswers answers,
      UpwardViews views,
      Access access,
      DueWork dueWork) {
    this.steps = steps;
    this.contexts = contexts;
    this.rounds = rounds;
    this.answers = answers;
    this.views = views;
    this.access = access;
    this.dueWork = dueWork;
  }

  Uni<Answer> cancel(UUID id, @Nullable String ifMatch, String reason) {
    return steps
        .load(
            session ->
                access
                    .acting(session)
                    .call(() -> rounds.hold(session, id))
                    .chain(viewer -> contexts.of(session, id, viewer)))
        .permit(context -> UpwardPermissions.require(context, UpwardStep.CANCELLATION))
        .match(ifMatch, context -> context.round().version())
        .take(
            context -> {
              context.require(UpwardStep.CANCELLATION);
              context.round().cancel(reason);
              return answers
                  .forget(context.session(), id)
                  .chain(() -> dueWork.cancel(context.session(), UpwardClosing.KIND, id))
                  .replaceWith(context.round());
            })
        .tell((context, round) -> List.of(new UpwardFacts(round, context.at()).cancelled()))
        .answer(
            (context, round) -> views.of(context).map(view -> Answer.ok(round.version(), view)));
  }
}
