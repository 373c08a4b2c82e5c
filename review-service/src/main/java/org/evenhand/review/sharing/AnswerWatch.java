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
import org.evenhand.kit.data.step.Journal;
import org.evenhand.kit.web.time.Days;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.cycle.CycleRepository;
import org.evenhand.review.cycle.CycleSettings;
import org.evenhand.review.policy.PolicyVersions;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewEventType;
import org.evenhand.review.review.ReviewFacts;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Makes reviews FINAL when the time to answer and to appeal is over, and no appeal is open. A
 * person who hasn't acknowledged by then isn't taken to agree; the review just says that there was
 * no answer.
 */
@ApplicationScoped
class AnswerWatch implements DueTask {

  static final String KIND = "review-answers";

  private final CycleRepository cycles;
  private final Journal journal;
  private final PolicyVersions policies;
  private final DueWork dueWork;
  private final CycleSettings settings;
  private final Clock clock;

  AnswerWatch(
      CycleRepository cycles,
      Journal journal,
      PolicyVersions policies,
      DueWork dueWork,
      CycleSettings settings,
      Clock clock) {
    this.cycles = cycles;
    this.journal = journal;
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
              and r.appealId is null
              and coalesce(r.conclusion.appealableUntil, r.conclusion.answerUntil) < :today
            order by r.id
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
                journal.write(
                    session,
                    "review-service",
                    () ->
                        new ReviewFacts(
                                cycle,
                                policy.content().scale(),
                                ReviewEventType.FINALIZED,
                                clock.instant().truncatedTo(ChronoUnit.MICROS))
                            .of(chunk)))
        .chain(() -> dueWork.schedule(session, KIND, cycle.id(), clock.instant()));
  }

  private Uni<Void> scheduleNext(Mutiny.Session session, UUID cycleId) {
    return session
        .createSelectionQuery(
            """
            select min(coalesce(r.conclusion.appealableUntil, r.conclusion.answerUntil))
            from Review r
            where r.cycleId = :cycle and r.phase in (SHARED, ACKNOWLEDGED) and r.appealId is null
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
