package org.evenhand.calibration.precedent.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.calibration.CalibrationSettings;
import org.evenhand.calibration.directory.People;
import org.evenhand.calibration.pool.ConflictsOfInterest;
import org.evenhand.calibration.precedent.Anchored;
import org.evenhand.calibration.precedent.Pair;
import org.evenhand.calibration.precedent.Precedent;
import org.evenhand.calibration.precedent.PrecedentFacts;
import org.evenhand.calibration.precedent.PrecedentSource;
import org.evenhand.calibration.precedent.PrecedentWords;
import org.evenhand.calibration.precedent.access.PrecedentContext;
import org.evenhand.calibration.precedent.reading.PrecedentView;
import org.evenhand.calibration.precedent.work.PrecedentRequests.PrecedentOfConsensus;
import org.evenhand.calibration.session.Consensus;
import org.evenhand.calibration.session.Members;
import org.evenhand.calibration.session.Sample;
import org.evenhand.calibration.session.SessionContext;
import org.evenhand.calibration.session.SessionContexts;
import org.evenhand.calibration.session.SessionRepository;
import org.evenhand.calibration.session.SessionState;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Precedents of what sessions came to. Either facilitator proposes one, the other checks it, and
 * whoever it is about may object.
 */
@ApplicationScoped
class OfConsensus {

  private record Proposed(Precedent precedent, PrecedentSource source) {}

  private final Steps steps;
  private final SessionContexts contexts;
  private final SessionRepository sessions;
  private final Origins origins;
  private final ConflictsOfInterest conflicts;
  private final People people;
  private final int least;

  OfConsensus(
      Steps steps,
      SessionContexts contexts,
      SessionRepository sessions,
      Origins origins,
      ConflictsOfInterest conflicts,
      People people,
      CalibrationSettings settings) {
    this.steps = steps;
    this.contexts = contexts;
    this.sessions = sessions;
    this.origins = origins;
    this.conflicts = conflicts;
    this.people = people;
    this.least = settings.leastGroup();
  }

  /** The session is held: of two who propose the same at once, the second finds it there. */
  Uni<Answer> propose(
      UUID id, UUID sampleId, PrecedentOfConsensus wanted, @Nullable String ifMatch) {
    return steps
        .load(db -> sessions.hold(db, id).chain(() -> contexts.ofMember(db, id)))
        .permit(OfConsensus::requireFacilitator)
        .match(ifMatch, context -> context.calibration().version())
        .take(context -> proposed(context, sampleId, wanted))
        .tell((context, made) -> List.of(PrecedentFacts.noted(made.precedent(), "proposed")))
        .answerNow(OfConsensus::answer);
  }

  private static void requireFacilitator(SessionContext context) {
    if (!context.isByFacilitator()) {
      throw Problem.of(CommonProblem.FORBIDDEN, "This is for the facilitators.");
    }
    context.requireServing();
  }

  private Uni<Proposed> proposed(
      SessionContext context, UUID sampleId, PrecedentOfConsensus wanted) {
    if (context.calibration().state() != SessionState.PUBLISHED) {
      throw Problem.of(
          CommonProblem.STATE_CONFLICT, "A precedent comes of a session that is PUBLISHED.");
    }
    Pair pair = pair(context);
    return sessions
        .sample(context.session(), context.calibration(), sampleId)
        .call(
            sample ->
                conflicts.requireNone(
                    context.session(), context.actor(), List.of(sample.reviewId())))
        .call(() -> requireAtWork(context, pair.checker()))
        .chain(sample -> proposed(context, sample, wanted, pair));
  }

  private Uni<Void> requireAtWork(SessionContext context, UUID checker) {
    return people
        .atWork(context.session(), Set.of(checker))
        .invoke(
            found -> {
              if (found.isEmpty()) {
                throw Problem.of(
                    CalibrationProblem.NOT_AT_WORK,
                    "The other facilitator is to check it, and is not at work.");
              }
            })
        .replaceWithVoid();
  }

  private Uni<Proposed> proposed(
      SessionContext context, Sample sample, PrecedentOfConsensus wanted, Pair pair) {
    Consensus reached = sample.consensus();
    if (reached == null) {
      throw Problem.of(
          CalibrationProblem.NO_PRECEDENT_OF_REVIEW,
          "The session came to no consensus on this sample.");
    }
    return origins
        .of(context.session(), sample.reviewId())
        .map(found -> found.orElseThrow(OfConsensus::unknown))
        .invoke(origin -> origin.require(least))
        .map(origin -> made(sample, reached, origin, wanted, pair))
        .call(
            made ->
                context
                    .session()
                    .persist(made.precedent())
                    .chain(() -> context.session().persist(made.source())));
  }

  private static Proposed made(
      Sample sample, Consensus reached, Origin origin, PrecedentOfConsensus wanted, Pair pair) {
    var id = Ids.next();
    var about =
        new Anchored(
            Objects.requireNonNull(origin.policyId()),
            origin.policyVersion(),
            null,
            reached.ordinal());
    var words = new PrecedentWords(sample.parts(), reached.reason(), wanted.dissent());
    return new Proposed(
        new Precedent(id, about, words, wanted.tagged(), pair),
        new PrecedentSource(id, sample.reviewId(), origin.employeeId()));
  }

  private static Problem unknown() {
    return Problem.of(
        CalibrationProblem.NO_PRECEDENT_OF_REVIEW, "The review is not known any more.");
  }

  private static Pair pair(SessionContext context) {
    Members members = context.calibration().members();
    return members.isFacilitator(context.actor())
        ? new Pair(context.actor(), Pair.Side.HR, members.coFacilitatorId())
        : new Pair(context.actor(), Pair.Side.MANAGER, members.facilitatorId());
  }

  private static Answer answer(SessionContext context, Proposed made) {
    return Answer.created(
        URI.create("/v1/precedents/" + made.precedent().id()),
        made.precedent().version(),
        PrecedentView.of(
            new PrecedentContext(
                context.session(),
                made.precedent(),
                Optional.of(made.source()),
                context.caller(),
                context.at())));
  }
}
