package org.evenhand.review.cycle.job;

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
 * Begins what goes through a whole cycle. A job runs as due work, chunk after chunk: a transaction
 * each, taken up again by whichever instance comes first.
 */
@ApplicationScoped
public class CycleJobs {

  private final DueWork dueWork;
  private final Clock clock;

  CycleJobs(DueWork dueWork, Clock clock) {
    this.dueWork = dueWork;
    this.clock = clock;
  }

  /** The kind of due work that carries a cycle's job out; the subject is the cycle. */
  public static String dueKind(CycleJob.Kind kind) {
    return "cycle-" + kind.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Begins a job that the cycle has just moved for. The cycle is written first: of two who move it
   * at the same moment the second then learns that it has changed, before it begins the same job.
   */
  public Uni<Void> begin(Mutiny.Session session, UUID cycleId, CycleJob.Kind kind) {
    return session
        .flush()
        .chain(() -> find(session, cycleId, kind))
        .chain(
            found ->
                found
                    .map(job -> Uni.createFrom().item(job))
                    .orElseGet(
                        () -> {
                          CycleJob job = new CycleJob(cycleId, kind);
                          return session.persist(job).replaceWith(job);
                        }))
        .invoke(job -> job.begin(clock.instant()))
        .chain(() -> goOn(session, cycleId, kind));
  }

  /** Lets the next chunk follow. */
  public Uni<Void> goOn(Mutiny.Session session, UUID cycleId, CycleJob.Kind kind) {
    return dueWork.schedule(session, dueKind(kind), cycleId, clock.instant());
  }

  public Uni<Optional<CycleJob>> find(Mutiny.Session session, UUID cycleId, CycleJob.Kind kind) {
    return session.find(CycleJob.class, new CycleJob.Id(cycleId, kind)).map(Optional::ofNullable);
  }

  /** The job that a chunk belongs to; it was begun, or no chunk would be due. */
  public Uni<CycleJob> get(Mutiny.Session session, UUID cycleId, CycleJob.Kind kind) {
    return find(session, cycleId, kind).map(Optional::orElseThrow);
  }

  /** Every job of the cycles, begun or finished. */
  public Uni<List<CycleJob>> of(Mutiny.Session session, List<UUID> cycleIds) {
    if (cycleIds.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return session
        .createSelectionQuery("from CycleJob j where j.id.cycleId in (:ids)", CycleJob.class)
        .setParameter("ids", cycleIds)
        .getResultList();
  }

  /** Whether a job was begun and has not finished. */
  public Uni<Boolean> isUnderWay(Mutiny.Session session, UUID cycleId, CycleJob.Kind kind) {
    return find(session, cycleId, kind)
        .map(found -> found.filter(job -> job.finishedAt().isEmpty()).isPresent());
  }
}
