package org.evenhand.calibration.precedent.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.evenhand.calibration.precedent.Precedent;
import org.evenhand.calibration.precedent.PrecedentRepository;
import org.evenhand.calibration.precedent.PrecedentState;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.hibernate.reactive.mutiny.Mutiny;

/** What goes with a precedent that is withdrawn: its words wherever they are, and its review. */
@ApplicationScoped
class Endings {

  private final PrecedentRepository precedents;
  private final Idempotency idempotency;
  private final DueWork dueWork;

  Endings(PrecedentRepository precedents, Idempotency idempotency, DueWork dueWork) {
    this.precedents = precedents;
    this.idempotency = idempotency;
    this.dueWork = dueWork;
  }

  /**
   * Nothing where it goes on. Whoever has objected stays noted, so that nobody asks them again; for
   * all others it is forgotten whose review it was.
   */
  Uni<Void> follow(Mutiny.Session db, Precedent precedent) {
    return precedent.state() != PrecedentState.WITHDRAWN
        ? Uni.createFrom().voidItem()
        : db.flush()
            .chain(() -> idempotency.takeWords(db, List.of(precedent.id())))
            .chain(() -> dueWork.cancel(db, Asking.PUBLICATION, precedent.id()))
            .chain(() -> precedents.source(db, precedent.id()))
            .chain(
                source ->
                    source
                        .filter(found -> !found.objected())
                        .map(db::remove)
                        .orElseGet(() -> Uni.createFrom().voidItem()));
  }
}
