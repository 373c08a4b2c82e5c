package org.evenhand.review.cycle;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.due.DueWork;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Begins what goes through a whole cycle. It runs as due work, chunk after chunk: a transaction
 * each, taken up again by whichever instance comes first.
 */
@ApplicationScoped
public class Works {

  private final DueWork dueWork;
  private final Clock clock;

  Works(DueWork dueWork, Clock clock) {
    this.dueWork = dueWork;
    this.clock = clock;
  }

  /** The kind of due work that carries a cycle's work out; the subject is the cycle. */
  public static String dueKind(CycleWork.Kind kind) {
    return "cycle-" + kind.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Begins a work that the cycle has just moved for. The cycle is written first: of two who move it
   * at the same moment the second then learns that it has changed, before it begins the same work.
   */
  public Uni<Void> begin(Mutiny.Session session, UUID cycleId, CycleWork.Kind kind) {
    return session
        .flush()
        .chain(() -> find(session, cycleId, kind))
        .chain(
            found ->
                found
                    .map(work -> Uni.createFrom().item(work))
                    .orElseGet(
                        () -> {
                          CycleWork work = new CycleWork(cycleId, kind);
                          return session.persist(work).replaceWith(work);
                        }))
        .invoke(work -> work.begin(clock.instant()))
        .chain(() -> goOn(session, cycleId, kind));
  }

  /** Lets the next chunk follow. */
  public Uni<Void> goOn(Mutiny.Session session, UUID cycleId, CycleWork.Kind kind) {
    return dueWork.schedule(session, dueKind(kind), cycleId, clock.instant());
  }

  public Uni<Optional<CycleWork>> find(Mutiny.Session session, UUID cycleId, CycleWork.Kind kind) {
    return session.find(CycleWork.class, new CycleWork.Id(cycleId, kind)).map(Optional::ofNullable);
  }

  /** The work that a chunk belongs to; it was begun, or no chunk would be due. */
  public Uni<CycleWork> get(Mutiny.Session session, UUID cycleId, CycleWork.Kind kind) {
    return find(session, cycleId, kind).map(Optional::orElseThrow);
  }

  /** Every work of the cycles, begun or finished. */
  public Uni<List<CycleWork>> of(Mutiny.Session session, List<UUID> cycleIds) {
    if (cycleIds.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return session
        .createSelectionQuery("from CycleWork w where w.id.cycleId in (:ids)", CycleWork.class)
        .setParameter("ids", cycleIds)
        .getResultList();
  }

  /** Whether a work was begun and has not finished. */
  public Uni<Boolean> isUnderWay(Mutiny.Session session, UUID cycleId, CycleWork.Kind kind) {
    return find(session, cycleId, kind)
        .map(found -> found.filter(work -> work.finishedAt().isEmpty()).isPresent());
  }
}
