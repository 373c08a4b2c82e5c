package org.evenhand.review.sharing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.web.time.Days;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.cycle.CycleRepository;
import org.evenhand.review.cycle.CycleSettings;
import org.evenhand.review.policy.PolicyVersions;
import org.evenhand.review.review.Happening;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewChronicle;
import org.evenhand.review.review.ReviewChronicle.Telling;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Makes reviews FINAL when the time to answer is over. Who has not acknowledged by then is not
 * taken to agree: the review just says that there was no answer.
 */
@ApplicationScoped
class AnswerWatch implements DueTask {

  static final String KIND = "review-answers";

  private final CycleRepository cycles;
  private final ReviewChronicle chronicle;
  private final PolicyVersions policies;
  private final DueWork dueWork;
  private final CycleSettings settings;
  private final Clock clock;

  AnswerWatch(
      CycleRepository cycles,
      ReviewChronicle chronicle,
      PolicyVersions policies,
      DueWork dueWork,
      CycleSettings settings,
      Clock clock) {
    this.cycles = cycles;
    this.chronicle = chronicle;
    this.policies = policies;
    this.dueWork = dueWork;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID cycleId) {
    LocalDate today = Days.goingOn(clock.instant());
    return cycles
        .get(session, cycleId)
        .chain(
            cycle ->
                due(session, cycleId, today)
                    .chain(
                        chunk ->
                            chunk.isEmpty()
                                ? scheduleNext(session, cycleId)
                                : finish(session, cycle, chunk)));
  }

  private Uni<List<Review>> due(Mutiny.Session session, UUID cycleId, LocalDate today) {
    return session
        .createSelectionQuery(
            """
            from Review r where r.cycleId = :cycle and r.phase in (SHARED, ACKNOWLEDGED)
              and r.conclusion.answerUntil < :today order by r.id
            """,
            Review.class)
        .setParameter("cycle", cycleId)
        .setParameter("today", today)
        .setMaxResults(settings.chunk())
        .getResultList();
  }

  private Uni<Void> finish(Mutiny.Session session, Cycle cycle, List<Review> chunk) {
    chunk.forEach(Review::finish);
    return policies
        .pinned(session, cycle.plan().policyId(), cycle.plan().policyVersion())
        .chain(
            policy ->
                chronicle.tell(
                    session,
                    chunk,
                    new Telling(
                        cycle,
                        policy.content().scale(),
                        Happening.FINALIZED,
                        "review-service",
                        clock.instant().truncatedTo(ChronoUnit.MICROS))))
        .chain(() -> dueWork.schedule(session, KIND, cycle.id(), clock.instant()));
  }

  private Uni<Void> scheduleNext(Mutiny.Session session, UUID cycleId) {
    return session
        .createSelectionQuery(
            """
            select min(r.conclusion.answerUntil) from Review r
            where r.cycleId = :cycle and r.phase in (SHARED, ACKNOWLEDGED)
            """,
            LocalDate.class)
        .setParameter("cycle", cycleId)
        .getSingleResultOrNull()
        .chain(
            last ->
                last == null
                    ? Uni.createFrom().voidItem()
                    : dueWork.schedule(session, KIND, cycleId, Days.endOf(last)));
  }
}
