package org.evenhand.review.sharing;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.cycle.CycleRepository;
import org.evenhand.review.cycle.CycleSettings;
import org.evenhand.review.cycle.job.CycleJob;
import org.evenhand.review.cycle.job.CycleJobs;
import org.evenhand.review.policy.PolicyContent;
import org.evenhand.review.policy.PolicyVersions;
import org.evenhand.review.policy.RatingScale;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewEventType;
import org.evenhand.review.review.ReviewFacts;
import org.evenhand.review.review.ReviewPhase;
import org.evenhand.review.review.ReviewRepository;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Carries out a round of sharing, a chunk per transaction. First, reviews on which no session has
 * decided are marked so. That is a step of its own, because each transition is one event under its
 * own version. Then results are shared. A chunk takes reviews that are still in the phase, so a
 * chunk that is done again after a stop finds none twice.
 */
@ApplicationScoped
class SharingTask implements DueTask {

  private static final String SYSTEM = "review-service";
  private static final Set<ReviewPhase> UNDECIDED = EnumSet.of(ReviewPhase.SUBMITTED);
  private static final Set<ReviewPhase> DECIDED =
      EnumSet.of(ReviewPhase.CALIBRATED, ReviewPhase.NOT_CALIBRATED);

  private final CycleRepository cycles;
  private final ReviewRepository reviews;
  private final Journal journal;
  private final Publication publication;
  private final PolicyVersions policies;
  private final Places places;
  private final CycleJobs jobs;
  private final DueWork dueWork;
  private final CycleSettings settings;
  private final List<ResultsShared> hearers;
  private final Clock clock;

  SharingTask(
      CycleRepository cycles,
      ReviewRepository reviews,
      Journal journal,
      Publication publication,
      PolicyVersions policies,
      Places places,
      CycleJobs jobs,
      DueWork dueWork,
      CycleSettings settings,
      @All List<ResultsShared> hearers,
      Clock clock) {
    this.cycles = cycles;
    this.reviews = reviews;
    this.journal = journal;
    this.publication = publication;
    this.policies = policies;
    this.places = places;
    this.jobs = jobs;
    this.dueWork = dueWork;
    this.settings = settings;
    this.hearers = hearers;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return CycleJobs.dueKind(CycleJob.Kind.SHARING);
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID cycleId) {
    return cycles
        .get(session, cycleId)
        .chain(
            cycle ->
                policies
                    .pinned(session, cycle.plan().policyId(), cycle.plan().policyVersion())
                    .chain(
                        policy ->
                            jobs.get(session, cycleId, CycleJob.Kind.SHARING)
                                .chain(job -> mark(session, cycle, job, policy.content()))));
  }

  private Uni<Void> mark(Mutiny.Session session, Cycle cycle, CycleJob job, PolicyContent policy) {
    return reviews
        .chunk(session, cycle.id(), UNDECIDED, null, settings.chunk())
        .chain(
            chunk -> {
              if (chunk.isEmpty()) {
                return share(session, cycle, job, policy);
              }
              chunk.forEach(Review::passUncalibrated);
              return journal
                  .write(
                      session,
                      SYSTEM,
                      () -> facts(cycle, policy.scale(), ReviewEventType.NOT_CALIBRATED).of(chunk))
                  .chain(() -> goOn(session, cycle));
            });
  }

  private Uni<Void> share(Mutiny.Session session, Cycle cycle, CycleJob job, PolicyContent policy) {
    return reviews
        .chunk(session, cycle.id(), DECIDED, null, settings.chunk())
        .chain(
            chunk -> {
              if (chunk.isEmpty()) {
                job.finish(clock.instant());
                return dueWork
                    .schedule(session, AnswerWatch.KIND, cycle.id(), clock.instant())
                    .chain(() -> tell(session, cycle));
              }
              return share(session, chunk, cycle, job, policy).chain(() -> goOn(session, cycle));
            });
  }

  private Uni<Void> tell(Mutiny.Session session, Cycle cycle) {
    Uni<Void> told = Uni.createFrom().voidItem();
    for (ResultsShared each : hearers) {
      told = told.chain(() -> each.shared(session, cycle.id()));
    }
    return told;
  }

  private Uni<Void> share(
      Mutiny.Session session, List<Review> chunk, Cycle cycle, CycleJob job, PolicyContent policy) {
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return places
        .atAll(session, chunk.stream().map(SharingTask::place).toList())
        .invoke(
            days ->
                chunk.forEach(
                    review ->
                        review.share(
                            at, Objects.requireNonNull(days.get(place(review))), policy.appeals())))
        .invoke(() -> job.advance(chunk.size(), chunk.get(chunk.size() - 1).id()))
        .chain(
            () ->
                journal.write(
                    session,
                    SYSTEM,
                    () -> facts(cycle, policy.scale(), ReviewEventType.SHARED).of(chunk)))
        .chain(() -> publication.publish(session, chunk, cycle, policy.scale(), at));
  }

  private static String place(Review review) {
    return review.placement().workLocation();
  }

  private Uni<Void> goOn(Mutiny.Session session, Cycle cycle) {
    return jobs.goOn(session, cycle.id(), CycleJob.Kind.SHARING);
  }

  private ReviewFacts facts(Cycle cycle, RatingScale scale, ReviewEventType type) {
    return new ReviewFacts(cycle, scale, type, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }
}
