package org.evenhand.calibration.norm;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.evenhand.calibration.precedent.Pair;
import org.evenhand.calibration.precedent.Withdrawal;
import org.evenhand.calibration.session.CancellationListener;
import org.evenhand.calibration.session.Session;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.kit.data.step.Steps;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Takes norms back, with their sentence wherever it is: one in which somebody is recognised. */
@ApplicationScoped
class NormWithdrawals implements CancellationListener {

  private static final String SYSTEM = "calibration-service";

  private final Steps steps;
  private final Norms norms;
  private final NormRepository repository;
  private final Idempotency idempotency;
  private final Journal journal;

  NormWithdrawals(
      Steps steps,
      Norms norms,
      NormRepository repository,
      Idempotency idempotency,
      Journal journal) {
    this.steps = steps;
    this.norms = norms;
    this.repository = repository;
    this.idempotency = idempotency;
    this.journal = journal;
  }

  Uni<Answer> withdraw(UUID id, Withdrawal.Cause cause, @Nullable String ifMatch) {
    return steps
        .load(db -> repository.hold(db, id).chain(() -> norms.visible(db, id)))
        .permit(NormContext::requireWithdrawing)
        .match(ifMatch, NormContext::version)
        .take(
            context -> {
              Norm norm = context.norm();
              norm.withdraw(
                  new Withdrawal(
                      Pair.Side.of(context.caller()), cause, context.actor(), context.at()));
              return norm.state() == NormState.WITHDRAWN
                  ? forget(context.session(), List.of(norm)).replaceWith(true)
                  : Uni.createFrom().item(false);
            })
        .tell((context, gone) -> List.of(fact(context.norm(), gone)))
        .answerNow((context, gone) -> Answer.ok(context.version(), NormView.of(context)));
  }

  /** That one side asks for something is nobody's business outside. */
  private static Fact fact(Norm norm, boolean gone) {
    return gone ? NormFacts.became(norm, "withdrawn") : NormFacts.noted(norm, "withdrawal");
  }

  private Uni<Void> forget(Mutiny.Session db, Collection<Norm> gone) {
    return db.flush().chain(() -> idempotency.takeWords(db, gone.stream().map(Norm::id).toList()));
  }

  /** What it has agreed on goes with it: nobody has countersigned what it came to. */
  @Override
  public Uni<Void> sessionCancelled(Mutiny.Session db, Session session) {
    return repository
        .ofSession(db, session.id())
        .chain(
            found -> {
              found.forEach(Norm::end);
              return found.isEmpty()
                  ? Uni.createFrom().voidItem()
                  : forget(db, found)
                      .chain(
                          () ->
                              journal.write(
                                  db,
                                  SYSTEM,
                                  () ->
                                      found.stream()
                                          .map(norm -> NormFacts.became(norm, "cancelled"))
                                          .toList()));
            });
  }
}
