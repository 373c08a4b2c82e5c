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

/** Shows cycles, with how far their jobs are and what was missed. */
@ApplicationScoped
public class CycleViews {

  private final CycleJobs jobs;
  private final Signatories signatories;

  CycleViews(CycleJobs jobs, Signatories signatories) {
    this.jobs = jobs;
    this.signatories = signatories;
  }

  /** Reads one after the other: a session runs one statement at a time. */
  public Uni<CycleView> of(Mutiny.Session session, Cycle cycle, Viewer viewer) {
    return Uni.combine()
        .all()
        .unis(
            signatories.of(session, viewer, cycle.plan().orgUnits()),
            jobs.of(session, List.of(cycle.id())),
            missed(session, cycle.id()))
        .usingConcurrencyOf(1)
        .with((signatory, progress, missed) -> CycleView.of(cycle, progress, missed, signatory));
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
