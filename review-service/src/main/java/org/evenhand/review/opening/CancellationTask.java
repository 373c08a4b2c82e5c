package org.evenhand.review.opening;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.cycle.CycleCancelled;
import org.evenhand.review.cycle.CycleRepository;
import org.evenhand.review.cycle.CycleSettings;
import org.evenhand.review.cycle.job.CycleJob;
import org.evenhand.review.cycle.job.CycleJobs;
import org.evenhand.review.policy.PolicyVersions;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewEventType;
import org.evenhand.review.review.ReviewFacts;
import org.evenhand.review.review.ReviewPhase;
import org.evenhand.review.review.ReviewRepository;
import org.hibernate.reactive.mutiny.Mutiny;

/** Ends the reviews of a cycle that was given up, a chunk per transaction. */
@ApplicationScoped
class CancellationTask implements DueTask {

  private static final Set<ReviewPhase> LIVING =
      EnumSet.complementOf(EnumSet.of(ReviewPhase.NOT_RATED, ReviewPhase.CANCELLED));

  private final CycleRepository cycles;
  private final ReviewRepository reviews;
  private final Journal journal;
  private final PolicyVersions policies;
  private final CycleJobs jobs;
  private final CycleSettings settings;
  private final Clock clock;
  private final List<CycleCancelled> hearers;

  CancellationTask(
      CycleRepository cycles,
      ReviewRepository reviews,
      Journal journal,
      PolicyVersions policies,
      CycleJobs jobs,
      CycleSettings settings,
      Clock clock,
      @All List<CycleCancelled> hearers) {
    this.cycles = cycles;
    this.reviews = reviews;
    this.journal = journal;
    this.policies = policies;
    this.jobs = jobs;
    this.settings = settings;
    this.clock = clock;
    this.hearers = hearers;
  }

  @Override
  public String kind() {
    return CycleJobs.dueKind(CycleJob.Kind.CANCELLATION);
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID cycleId) {
    return cycles
        .get(session, cycleId)
        .chain(
            cycle ->
                jobs.get(session, cycleId, CycleJob.Kind.CANCELLATION)
                    .chain(
                        job ->
                            reviews
                                .chunk(session, cycleId, LIVING, null, settings.chunk())
                                .chain(chunk -> cancel(session, cycle, job, chunk))));
  }

  private Uni<Void> cancel(Mutiny.Session session, Cycle cycle, CycleJob job, List<Review> chunk) {
    if (chunk.isEmpty()) {
      job.finish(clock.instant());
      return Multi.createFrom()
          .iterable(hearers)
          .onItem()
          .transformToUniAndConcatenate(each -> each.cancelled(session, cycle.id()))
          .collect()
          .last();
    }
    chunk.forEach(Review::cancel);
    job.advance(chunk.size(), chunk.get(chunk.size() - 1).id());
    return policies
        .pinned(session, cycle.plan().policyId(), cycle.plan().policyVersion())
        .chain(
            policy ->
                journal.write(
                    session,
                    OpeningTask.SYSTEM,
                    () ->
                        new ReviewFacts(
                                cycle,
                                policy.content().scale(),
                                ReviewEventType.CANCELLED,
                                clock.instant().truncatedTo(ChronoUnit.MICROS))
                            .of(chunk)))
        .chain(() -> jobs.goOn(session, cycle.id(), CycleJob.Kind.CANCELLATION));
  }
}
