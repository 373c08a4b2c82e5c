package org.evenhand.calibration.precedent.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.calibration.precedent.Precedent;
import org.evenhand.calibration.precedent.PrecedentFacts;
import org.evenhand.calibration.precedent.PrecedentRepository;
import org.evenhand.calibration.precedent.PrecedentSource;
import org.evenhand.calibration.precedent.PrecedentState;
import org.evenhand.calibration.precedent.access.PrecedentContexts;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.step.Journal;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Once nobody objects any more, a precedent is out. Whoever was away had no ten days: they are
 * asked anew. Of somebody who has left there is none, since they can't be asked.
 */
@ApplicationScoped
class PrecedentPublication implements DueTask {

  private static final String SYSTEM = "calibration-service";

  private final PrecedentRepository precedents;
  private final PrecedentContexts contexts;
  private final Asking asking;
  private final Endings endings;
  private final Journal journal;

  PrecedentPublication(
      PrecedentRepository precedents,
      PrecedentContexts contexts,
      Asking asking,
      Endings endings,
      Journal journal) {
    this.precedents = precedents;
    this.contexts = contexts;
    this.asking = asking;
    this.endings = endings;
    this.journal = journal;
  }

  @Override
  public String kind() {
    return Asking.PUBLICATION;
  }

  @Override
  public Uni<Void> run(Mutiny.Session db, UUID id) {
    return precedents
        .held(db, id)
        .chain(
            found ->
                found
                    .filter(precedent -> precedent.state() == PrecedentState.CHECKED)
                    .map(precedent -> goOn(db, precedent))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Void> goOn(Mutiny.Session db, Precedent precedent) {
    Instant now = contexts.now();
    return precedents
        .source(db, precedent.id())
        .chain(
            source ->
                source
                    .map(found -> goOn(db, precedent, found, now))
                    .orElseGet(() -> publish(precedent, now)))
        .chain(
            action ->
                journal.write(db, SYSTEM, () -> List.of(PrecedentFacts.became(precedent, action))));
  }

  private Uni<String> goOn(
      Mutiny.Session db, Precedent precedent, PrecedentSource source, Instant now) {
    return asking
        .asked(db, source.employeeId())
        .chain(
            (Optional<Asking.Asked> asked) -> {
              if (asked.isEmpty()) {
                precedent.forget();
                return endings.follow(db, precedent).replaceWith("dropped");
              }
              return source.away() || !asked.get().atWork()
                  ? asking.ask(db, source, asked.get(), now).replaceWith("asked-again")
                  : publish(precedent, now);
            });
  }

  private static Uni<String> publish(Precedent precedent, Instant now) {
    precedent.publish(now);
    return Uni.createFrom().item("published");
  }
}
