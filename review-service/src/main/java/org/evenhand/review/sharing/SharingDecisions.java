package org.evenhand.review.sharing;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.cycle.CycleAction;
import org.evenhand.review.cycle.CycleEvents.Awaiting;
import org.evenhand.review.cycle.CycleState;
import org.evenhand.review.cycle.JointDecision;
import org.evenhand.review.cycle.Side;
import org.evenhand.review.cycle.Signature;
import org.evenhand.review.cycle.access.CycleContext;
import org.evenhand.review.cycle.job.CycleJob;
import org.evenhand.review.cycle.job.CycleJobs;
import org.evenhand.review.cycle.work.CycleSteps;
import org.evenhand.review.judgement.Judgements;
import org.evenhand.review.milestone.MissedMilestones;
import org.evenhand.review.review.ReviewPhase;
import org.evenhand.review.review.ReviewRepository;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Both sides decide together that results are shown. They can't before every session that has
 * claimed reviews has decided on them or its time is over; otherwise results would be shown before
 * the session has decided. After the proposal analytics judges the results, and the
 * countersignature waits for that. Exactly what was judged is shared: no session draws meanwhile,
 * and other results need a new proposal.
 */
@ApplicationScoped
class SharingDecisions {

  private static final Set<ReviewPhase> WAITING =
      EnumSet.of(ReviewPhase.SUBMITTED, ReviewPhase.CALIBRATED, ReviewPhase.NOT_CALIBRATED);

  private final CycleSteps steps;
  private final ReviewRepository reviews;
  private final Judgements judgements;
  private final OverdueSessions overdue;
  private final MissedMilestones missed;
  private final CycleJobs jobs;

  SharingDecisions(
      CycleSteps steps,
      ReviewRepository reviews,
      Judgements judgements,
      OverdueSessions overdue,
      MissedMilestones missed,
      CycleJobs jobs) {
    this.steps = steps;
    this.reviews = reviews;
    this.judgements = judgements;
    this.overdue = overdue;
    this.missed = missed;
    this.jobs = jobs;
  }

  Uni<Answer> propose(UUID id, @Nullable String ifMatch) {
    return steps.proposeSharing(
        id,
        ifMatch,
        context -> {
          Cycle cycle = context.cycle();
          cycle.require(CycleAction.SHARING);
          Signature by = context.signature(context.signatory().proposesFor());
          return alone(context)
              .chain(() -> overdue.release(context))
              .chain(() -> awaiting(context))
              .call(() -> results(context).invoke(results -> cycle.proposeSharing(by, results)));
        });
  }

  /** Either side may: the one that proposed it, or the one that doesn't agree. */
  Uni<Answer> withdraw(UUID id, @Nullable String ifMatch) {
    return steps.bySide(
        id,
        ifMatch,
        "sharing-withdrawn",
        context -> Uni.createFrom().item(Optional.of(context.cycle().withdrawSharing())));
  }

  Uni<Answer> countersign(UUID id, @Nullable String ifMatch) {
    return steps.bySide(
        id,
        ifMatch,
        "sharing-countersigned",
        context -> {
          Cycle cycle = context.cycle();
          cycle.require(CycleAction.SHARING_COUNTERSIGNATURE);
          return alone(context)
              .chain(() -> awaiting(context))
              .chain(
                  awaiting ->
                      results(context)
                          .map(results -> cycle.countersignSharing(signature(context), results))
                          .call(() -> requireJudged(context, awaiting)))
              .call(
                  happening ->
                      happening.isPresent()
                          ? missed.leftBehind(context.session(), id)
                          : Uni.createFrom().voidItem())
              .call(() -> jobs.begin(context.session(), id, CycleJob.Kind.SHARING));
        });
  }

  private Uni<Void> requireJudged(CycleContext context, Awaiting awaiting) {
    return awaiting.isEmpty()
        ? Uni.createFrom().voidItem()
        : judgements.requireAnswered(
            context.session(), context.cycle().id(), context.cycle().sharing().edition());
  }

  /** No session can claim a review between the look at what waits and the step. */
  private static Uni<Void> alone(CycleContext context) {
    return context.session().lock(context.cycle(), LockMode.PESSIMISTIC_WRITE);
  }

  private Uni<String> results(CycleContext context) {
    return reviews.fingerprint(context.session(), context.cycle().id(), WAITING);
  }

  private static Signature signature(CycleContext context) {
    List<JointDecision> rounds = context.cycle().sharing().rounds();
    Side proposer = rounds.get(rounds.size() - 1).proposal().side();
    return context.signature(context.signatory().countersigns(proposer));
  }

  /** How many reviews wait to be shared, which nothing may keep from it. */
  private Uni<Awaiting> awaiting(CycleContext context) {
    Mutiny.Session session = context.session();
    UUID cycleId = context.cycle().id();
    return undecidedSessions(session, cycleId)
        .invoke(SharingDecisions::requireNone)
        .chain(() -> jobs.isUnderWay(session, cycleId, CycleJob.Kind.SHARING))
        .invoke(
            underWay -> {
              if (underWay) {
                throw Problem.of(
                    ReviewProblem.SHARING_UNFINISHED, "The round before is still under way.");
              }
            })
        .chain(() -> reviews.count(session, cycleId, WAITING))
        .invoke(
            waiting -> {
              // A first round without results still moves the cycle on, with its exceptions.
              if (waiting == 0 && context.cycle().state() != CycleState.CALIBRATING) {
                throw Problem.of(
                    ReviewProblem.NOTHING_TO_SHARE, "No submitted review waits to be shared.");
              }
            })
        .chain(
            waiting ->
                reviews
                    .count(session, cycleId, EnumSet.of(ReviewPhase.CALIBRATED))
                    .map(calibrated -> new Awaiting(waiting, calibrated)));
  }

  private static Uni<List<UndecidedSession>> undecidedSessions(
      Mutiny.Session session, UUID cycleId) {
    return session
        .createSelectionQuery(
            """
            select new org.evenhand.review.sharing.UndecidedSession(
              r.sessionId, max(r.due.calibration))
            from Review r
            where r.cycleId = :cycle and r.phase = IN_CALIBRATION
            group by r.sessionId order by r.sessionId
            """,
            UndecidedSession.class)
        .setParameter("cycle", cycleId)
        .getResultList();
  }

  private static void requireNone(List<UndecidedSession> undecided) {
    if (!undecided.isEmpty()) {
      throw Problem.of(
              ReviewProblem.SESSION_UNDECIDED,
              "Lock these sessions first, let them defer what they cannot decide, or give them up."
                  + " What they still hold when its calibration day is over goes on undecided.")
          .with(
              undecided.stream()
                  .map(
                      one ->
                          NOT_ALLOWED.at(
                              "",
                              "session "
                                  + one.id()
                                  + " holds reviews, the last until "
                                  + one.until()
                                  + " is over everywhere"))
                  .toList());
    }
  }
}
