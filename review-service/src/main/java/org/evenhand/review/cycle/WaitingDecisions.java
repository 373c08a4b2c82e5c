package org.evenhand.review.cycle;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.review.directory.lines.Viewer;
import org.hibernate.reactive.mutiny.Mutiny;

/** Counts the joint decisions on cycles that wait for a person's signature. */
@ApplicationScoped
public class WaitingDecisions {

  private static final Set<String> COUNTERSIGNATURES =
      Set.of(
          CycleAction.OPENING_COUNTERSIGNATURE.operation(),
          CycleAction.SHARING_COUNTERSIGNATURE.operation(),
          CycleAction.CANCELLATION_COUNTERSIGNATURE.operation());

  private final CycleRepository cycles;
  private final CycleViews views;

  WaitingDecisions(CycleRepository cycles, CycleViews views) {
    this.cycles = cycles;
    this.views = views;
  }

  /** Asks each undecided cycle for the person's actions; few are undecided at a time. */
  public Uni<Long> of(Mutiny.Session session, Viewer viewer) {
    return undecided(session)
        .chain(ids -> cycles.byIds(session, ids))
        .chain(found -> views.of(session, found, viewer))
        .map(
            shown ->
                shown.stream()
                    .filter(cycle -> cycle.actions().stream().anyMatch(COUNTERSIGNATURES::contains))
                    .count());
  }

  private static Uni<List<UUID>> undecided(Mutiny.Session session) {
    return Rows.of(
            session,
            """
            select c.id as id from cycle c
            where (c.state <> 'CANCELLED' and c.cancellation is not null)
               or (c.state = 'SCHEDULED' and c.opening is not null
                   and c.opening ->> 'countersignature' is null)
               or (c.state <> 'CANCELLED' and c.sharing -> 'rounds' -> -1 is not null
                   and c.sharing -> 'rounds' -> -1 ->> 'countersignature' is null)
            """)
        .list(row -> row.uuid("id"));
  }
}
