package org.evenhand.review.cycle;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.review.cycle.CycleView.Missed;
import org.evenhand.review.directory.lines.Viewer;
import org.hibernate.reactive.mutiny.Mutiny;

/** Shows cycles, with how far their works are and what was missed. */
@ApplicationScoped
public class CycleViews {

  private final Works works;
  private final Standings standings;

  CycleViews(Works works, Standings standings) {
    this.works = works;
    this.standings = standings;
  }

  /** Reads one after the other: a session runs one statement at a time. */
  public Uni<CycleView> of(Mutiny.Session session, Cycle cycle, Viewer viewer) {
    return Uni.combine()
        .all()
        .unis(
            standings.of(session, viewer, cycle.plan().orgUnits()),
            works.of(session, List.of(cycle.id())),
            missed(session, cycle.id()))
        .usingConcurrencyOf(1)
        .with((standing, progress, missed) -> CycleView.of(cycle, progress, missed, standing));
  }

  Uni<List<CycleView>> of(Mutiny.Session session, List<Cycle> cycles, Viewer viewer) {
    return Multi.createFrom()
        .iterable(cycles)
        .onItem()
        .transformToUniAndConcatenate(cycle -> of(session, cycle, viewer))
        .collect()
        .asList();
  }

  private static Uni<List<Missed>> missed(Mutiny.Session session, UUID cycleId) {
    return Rows.of(
            session,
            """
            select milestone, count(*) as reviews from milestone_exception
            where cycle_id = :cycle group by milestone order by milestone
            """)
        .bind("cycle", cycleId)
        .list(row -> new Missed(row.constant("milestone", Milestone.class), row.bigint("reviews")));
  }
}
