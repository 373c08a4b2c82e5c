package org.evenhand.review.cycle.reading;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.review.cycle.Cancellation;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.cycle.JointDecision;
import org.evenhand.review.cycle.Milestone;
import org.evenhand.review.cycle.Signature;
import org.evenhand.review.cycle.access.Signatories;
import org.evenhand.review.cycle.job.CycleJobs;
import org.evenhand.review.cycle.reading.CycleView.Missed;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.directory.people.Names;
import org.hibernate.reactive.mutiny.Mutiny;

/** Shows cycles, with how far their jobs are and what was missed. */
@ApplicationScoped
public class CycleViews {

  private final CycleJobs jobs;
  private final Signatories signatories;
  private final Directory directory;

  CycleViews(CycleJobs jobs, Signatories signatories, Directory directory) {
    this.jobs = jobs;
    this.signatories = signatories;
    this.directory = directory;
  }

  public Uni<CycleView> of(Mutiny.Session session, Cycle cycle, Viewer viewer) {
    return of(session, List.of(cycle), viewer).map(shown -> shown.get(0));
  }

  /** Reads one after the other: a session runs one statement at a time. */
  private Uni<CycleView> of(Mutiny.Session session, Cycle cycle, Viewer viewer, Names names) {
    return Uni.combine()
        .all()
        .unis(
            signatories.of(session, viewer, cycle.plan().orgUnits()),
            jobs.of(session, List.of(cycle.id())),
            missed(session, cycle.id()))
        .usingConcurrencyOf(1)
        .with(
            (signatory, progress, missed) ->
                CycleView.of(cycle, progress, missed, signatory, names));
  }

  public Uni<List<CycleView>> of(Mutiny.Session session, List<Cycle> cycles, Viewer viewer) {
    return directory
        .names(session, cycles.stream().flatMap(CycleViews::signed).collect(Collectors.toSet()))
        .chain(
            names ->
                Multi.createFrom()
                    .iterable(cycles)
                    .onItem()
                    .transformToUniAndConcatenate(cycle -> of(session, cycle, viewer, names))
                    .collect()
                    .asList());
  }

  private static Stream<UUID> signed(Cycle cycle) {
    Stream<JointDecision> decisions =
        Stream.concat(cycle.opening().stream(), cycle.sharing().rounds().stream());
    return Stream.concat(
        decisions.flatMap(decision -> DecisionView.people(decision).stream()),
        cycle.cancellation().stream().flatMap(CycleViews::signed));
  }

  private static Stream<UUID> signed(Cancellation cancellation) {
    return Stream.concat(
        Stream.of(cancellation.employeeId()),
        Stream.ofNullable(cancellation.countersignature()).map(Signature::employeeId));
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
