package org.evenhand.calibration.precedent.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.calibration.pool.ConflictsOfInterest;
import org.evenhand.calibration.precedent.Pair;
import org.evenhand.calibration.precedent.Precedent;
import org.evenhand.calibration.precedent.PrecedentFacts;
import org.evenhand.calibration.precedent.PrecedentSource;
import org.evenhand.calibration.precedent.PrecedentState;
import org.evenhand.calibration.precedent.PrecedentStep;
import org.evenhand.calibration.precedent.Withdrawal;
import org.evenhand.calibration.precedent.access.PrecedentContext;
import org.evenhand.calibration.precedent.access.PrecedentContexts;
import org.evenhand.calibration.precedent.reading.PrecedentView;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What people do with a precedent that is there. */
@ApplicationScoped
class PrecedentSteps {

  private final Steps steps;
  private final PrecedentContexts contexts;
  private final ConflictsOfInterest conflicts;
  private final Asking asking;
  private final Endings endings;

  PrecedentSteps(
      Steps steps,
      PrecedentContexts contexts,
      ConflictsOfInterest conflicts,
      Asking asking,
      Endings endings) {
    this.steps = steps;
    this.contexts = contexts;
    this.conflicts = conflicts;
    this.asking = asking;
    this.endings = endings;
  }

  Uni<Answer> giveBack(UUID id, String passage, @Nullable String ifMatch) {
    return takeNow(
        id,
        ifMatch,
        PrecedentStep.RETURN,
        "returned",
        context -> context.precedent().giveBack(passage, context.actor(), context.at()));
  }

  Uni<Answer> redact(UUID id, String passage, String placeholder, @Nullable String ifMatch) {
    return takeNow(
        id,
        ifMatch,
        PrecedentStep.REDACT,
        "redacted",
        context -> context.precedent().redact(passage, placeholder));
  }

  /** A second person of the other side, close to nobody in it, has found nobody. */
  Uni<Answer> check(UUID id, @Nullable String ifMatch) {
    return take(
        id,
        ifMatch,
        PrecedentStep.CHECK,
        "checked",
        context ->
            distant(context)
                .invoke(() -> requireOtherSide(context))
                .invoke(() -> context.precedent().check())
                .chain(
                    () ->
                        asking.begin(
                            context.session(),
                            context.precedent(),
                            context.source(),
                            context.at())));
  }

  private Uni<Void> distant(PrecedentContext context) {
    return context
        .source()
        .map(PrecedentSource::reviewId)
        .map(review -> conflicts.requireNone(context.session(), context.actor(), List.of(review)))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  private static void requireOtherSide(PrecedentContext context) {
    Pair.Side author = context.precedent().pair().side();
    if (context.side() == author) {
      throw Problem.of(
          CalibrationProblem.SECOND_PERSON_REQUIRED,
          "It is written by one of HR and checked by somebody who leads people, or the other way"
              + " round.");
    }
  }

  /** Whoever it is about doesn't want it; nobody asks why, and nobody asks again. */
  Uni<Answer> object(UUID id, @Nullable String ifMatch) {
    return takeNow(
        id,
        ifMatch,
        PrecedentStep.OBJECT,
        "objected",
        context -> {
          context.precedent().object();
          context.source().ifPresent(PrecedentSource::object);
        });
  }

  Uni<Answer> withdraw(UUID id, Withdrawal.Cause cause, @Nullable String ifMatch) {
    return takeNow(
        id,
        ifMatch,
        PrecedentStep.WITHDRAW,
        "withdrawal",
        context ->
            context
                .precedent()
                .withdraw(new Withdrawal(context.side(), cause, context.actor(), context.at())));
  }

  private Uni<Answer> takeNow(
      UUID id,
      @Nullable String ifMatch,
      PrecedentStep step,
      String action,
      Consumer<PrecedentContext> change) {
    return take(
        id,
        ifMatch,
        step,
        action,
        context -> {
          change.accept(context);
          return Uni.createFrom().voidItem();
        });
  }

  private Uni<Answer> take(
      UUID id,
      @Nullable String ifMatch,
      PrecedentStep step,
      String action,
      Function<PrecedentContext, Uni<Void>> change) {
    return steps
        .load(db -> contexts.visible(db, id))
        .permit(context -> context.require(step))
        .match(ifMatch, PrecedentContext::version)
        .take(
            context -> {
              PrecedentState before = context.precedent().state();
              context.precedent().require(step);
              return change
                  .apply(context)
                  .chain(() -> endings.follow(context.session(), context.precedent()))
                  .map(done -> context.precedent().state() != before);
            })
        .tell((context, moved) -> List.of(fact(context.precedent(), action, moved)))
        .answerNow((context, moved) -> Answer.ok(context.version(), PrecedentView.of(context)));
  }

  /** That one side asks for something is nobody's business outside. */
  private static Fact fact(Precedent precedent, String action, boolean moved) {
    return moved
        ? PrecedentFacts.became(precedent, action)
        : PrecedentFacts.noted(precedent, action);
  }
}
