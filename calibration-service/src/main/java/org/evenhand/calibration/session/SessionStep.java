package org.evenhand.calibration.session;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;

/** A step that is its caller's, on a session that they have read. */
public final class SessionStep {

  private final Steps.Matched<SessionContext> matched;
  private final Consumer<SessionContext> first;

  SessionStep(Steps.Matched<SessionContext> matched) {
    this(matched, context -> {});
  }

  /**
   * @param first fails with 409 where the caller has something else to do first
   */
  SessionStep(Steps.Matched<SessionContext> matched, Consumer<SessionContext> first) {
    this.matched = matched;
    this.first = first;
  }

  /** The session comes into another state, and nothing of the database is needed for it. */
  public Uni<Answer> become(Consumer<SessionContext> step) {
    return takeNow(
        context -> {
          step.accept(context);
          return SessionEvents.became();
        });
  }

  /** A step that needs nothing of the database. */
  public Uni<Answer> takeNow(Function<SessionContext, SessionFact> step) {
    return take(context -> Uni.createFrom().item(() -> step.apply(context)));
  }

  /**
   * @param step fails with 409 or 422
   */
  public Uni<Answer> take(Function<SessionContext, Uni<SessionFact>> step) {
    return matched
        .take(
            context -> {
              first.accept(context);
              return step.apply(context);
            })
        .tell((context, fact) -> List.of(fact.of(context.calibration())))
        .answerNow((context, fact) -> SessionView.answer(context.calibration(), context.caller()));
  }

  /** Changes nothing: for what has to be asked elsewhere before the step is taken. */
  public <R> Uni<R> look(Function<SessionContext, R> look) {
    return matched.look(
        context -> {
          first.accept(context);
          return look.apply(context);
        });
  }
}
