package org.evenhand.review.sharing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.cycle.CycleAction;
import org.evenhand.review.cycle.CycleChronicle;
import org.evenhand.review.cycle.CycleChronicle.Awaiting;
import org.evenhand.review.cycle.CycleHappening;
import org.evenhand.review.cycle.CycleState;
import org.evenhand.review.cycle.CycleSteps;
import org.evenhand.review.cycle.CycleTurn;
import org.evenhand.review.cycle.CycleWork;
import org.evenhand.review.cycle.JointDecision;
import org.evenhand.review.cycle.Side;
import org.evenhand.review.cycle.Signature;
import org.evenhand.review.cycle.Works;
import org.evenhand.review.judgement.Judgements;
import org.evenhand.review.milestone.MissedMilestones;
import org.evenhand.review.review.ReviewPhase;
import org.evenhand.review.review.ReviewRepository;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Both sides decide together that results are shown. Not before every session that has claimed
 * reviews has decided about them, or its time is over: what a session holds until then would be
 * shown behind its back. The proposal lets analytics judge the results, and the countersignature
 * waits for that. What is shared is what was judged: no session draws meanwhile, and other results
 * are proposed anew.
 */
@ApplicationScoped
class SharingDecisions {

  private static final Set<ReviewPhase> WAITING =
      EnumSet.of(ReviewPhase.SUBMITTED, ReviewPhase.CALIBRATED, ReviewPhase.NOT_CALIBRATED);

  private final CycleSteps steps;
  private final CycleChronicle chronicle;
  private final ReviewRepository reviews;
  private final Judgements judgements;
  private final OverdueSessions overdue;
  private final MissedMilestones missed;
  private final Works works;

  SharingDecisions(
      CycleSteps steps,
      CycleChronicle chronicle,
      ReviewRepository reviews,
      Judgements judgements,
      OverdueSessions overdue,
      MissedMilestones missed,
      Works works) {
    this.steps = steps;
    this.chronicle = chronicle;
    this.reviews = reviews;
    this.judgements = judgements;
    this.overdue = overdue;
    this.missed = missed;
    this.works = works;
  }

  Uni<Answer> propose(UUID id, @Nullable String ifMatch) {
    return steps.bySide(
        id,
        ifMatch,
        "sharing-proposed",
        turn -> {
          Cycle cycle = turn.cycle();
          cycle.require(CycleAction.SHARING);
          Signature by = turn.signature(turn.standing().proposesFor());
          return alone(turn)
              .chain(() -> overdue.release(turn))
              .chain(() -> awaiting(turn))
              .call(() -> results(turn).invoke(results -> cycle.proposeSharing(by, results)))
              .chain(awaiting -> tell(turn, awaiting))
              .replaceWith(Optional.<CycleHappening>empty());
        });
  }

  /** Either side may: who proposed it, or who does not agree. */
  Uni<Answer> withdraw(UUID id, @Nullable String ifMatch) {
    return steps.bySide(
        id,
        ifMatch,
        "sharing-withdrawn",
        turn -> Uni.createFrom().item(Optional.of(turn.cycle().withdrawSharing())));
  }

  Uni<Answer> countersign(UUID id, @Nullable String ifMatch) {
    return steps.bySide(
        id,
        ifMatch,
        "sharing-countersigned",
        turn -> {
          Cycle cycle = turn.cycle();
          cycle.require(CycleAction.SHARING_COUNTERSIGNATURE);
          return alone(turn)
              .chain(() -> awaiting(turn))
              .chain(
                  awaiting ->
                      results(turn)
                          .map(results -> cycle.countersignSharing(signature(turn), results))
                          .call(() -> requireJudged(turn, awaiting)))
              .call(
                  happening ->
                      happening.isPresent()
                          ? missed.leftBehind(turn.session(), id)
                          : Uni.createFrom().voidItem())
              .call(() -> works.begin(turn.session(), id, CycleWork.Kind.SHARING));
        });
  }

  /** Where nothing waits there is nothing to judge: the cycle just goes on. */
  private Uni<Void> tell(CycleTurn turn, Awaiting awaiting) {
    return awaiting.isEmpty()
        ? Uni.createFrom().voidItem()
        : chronicle.tellSharingProposed(turn.session(), turn.cycle(), awaiting);
  }

  private Uni<Void> requireJudged(CycleTurn turn, Awaiting awaiting) {
    return awaiting.isEmpty()
        ? Uni.createFrom().voidItem()
        : judgements.requireAnswered(
            turn.session(), turn.cycle().id(), turn.cycle().sharing().edition());
  }

  /** No session can claim a review between the look at what waits and the step. */
  private static Uni<Void> alone(CycleTurn turn) {
    return turn.session().lock(turn.cycle(), LockMode.PESSIMISTIC_WRITE);
  }

  private Uni<String> results(CycleTurn turn) {
    return reviews.fingerprint(turn.session(), turn.cycle().id(), WAITING);
  }

  private static Signature signature(CycleTurn turn) {
    List<JointDecision> rounds = turn.cycle().sharing().rounds();
    Side proposer = rounds.get(rounds.size() - 1).proposal().side();
    return turn.signature(turn.standing().countersigns(proposer));
  }

  /** How many reviews wait to be shared, which nothing may keep from it. */
  private Uni<Awaiting> awaiting(CycleTurn turn) {
    Mutiny.Session session = turn.session();
    UUID cycleId = turn.cycle().id();
    return undecidedSessions(session, cycleId)
        .invoke(SharingDecisions::requireNone)
        .chain(() -> works.isUnderWay(session, cycleId, CycleWork.Kind.SHARING))
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
              if (waiting == 0 && turn.cycle().state() != CycleState.CALIBRATING) {
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
                          Violation.at(
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
