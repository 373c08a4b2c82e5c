package org.evenhand.calibration.norm;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;
import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.calibration.directory.Actor;
import org.evenhand.calibration.directory.People;
import org.evenhand.calibration.policy.PolicyVersions;
import org.evenhand.calibration.policy.VersionInForce;
import org.evenhand.calibration.session.Session;
import org.evenhand.calibration.session.SessionContext;
import org.evenhand.calibration.session.SessionContexts;
import org.evenhand.calibration.session.SessionRepository;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** A member proposes how an anchor is read, and the others agree. */
@ApplicationScoped
class Norms {

  private static final String POLICY_OF_CYCLE =
      """
      select policy_id, policy_version from cycle
      where id = :cycle and policy_id is not null and policy_version is not null
      """;

  private static final long MOST_OPEN = 10;

  private record Rated(UUID policy, int version) {}

  private final Steps steps;
  private final SessionContexts sessions;
  private final SessionRepository repository;
  private final NormRepository norms;
  private final PolicyVersions versions;
  private final People people;
  private final Clock clock;

  Norms(
      Steps steps,
      SessionContexts sessions,
      SessionRepository repository,
      NormRepository norms,
      PolicyVersions versions,
      People people,
      Clock clock) {
    this.steps = steps;
    this.sessions = sessions;
    this.repository = repository;
    this.norms = norms;
    this.versions = versions;
    this.people = people;
    this.clock = clock;
  }

  /**
   * From the reveal on: before it, a sentence on an anchor would tell others how to score.
   *
   * @param wanted with a sentence that {@link NormWords} has read
   */
  Uni<Answer> propose(UUID session, NewNorm wanted) {
    return steps
        .load(db -> repository.hold(db, session).chain(() -> sessions.ofMember(db, session)))
        .permit(SessionContext::requireServing)
        .add()
        .take(context -> proposed(context, wanted))
        .tell((context, norm) -> List.of(NormFacts.noted(norm, "proposed")))
        .answerNow(
            (context, norm) ->
                Answer.created(
                    URI.create("/v1/norms/" + norm.id()),
                    norm.version(),
                    NormView.of(
                        new NormContext(
                            context.session(),
                            norm,
                            context.calibration(),
                            context.caller(),
                            context.at()))));
  }

  private Uni<Norm> proposed(SessionContext context, NewNorm wanted) {
    requireRevealed(context);
    Mutiny.Session db = context.session();
    return requireFewOpen(context)
        .chain(() -> rated(context))
        .map(found -> found.orElseThrow(Norms::notInForce))
        .chain(
            rated ->
                versions.inForce(db, rated.policy()).map(found -> anchor(rated, found, wanted)))
        .map(
            anchor ->
                new Norm(
                    Ids.next(),
                    context.calibration().id(),
                    anchor,
                    wanted.sentence(),
                    context.actor()))
        .call(db::persist);
  }

  private static Uni<Optional<Rated>> rated(SessionContext context) {
    return Rows.unflushed(context.session(), POLICY_OF_CYCLE)
        .bind("cycle", context.calibration().cycleId())
        .atMostOne(row -> new Rated(row.uuid("policy_id"), row.integer("policy_version")));
  }

  /** The session is held: of two at once the second counts the first. */
  private Uni<Void> requireFewOpen(SessionContext context) {
    return norms
        .open(context.session(), context.calibration().id(), context.actor())
        .invoke(
            open -> {
              if (open >= MOST_OPEN) {
                throw Problem.of(
                    CommonProblem.STATE_CONFLICT,
                    "%d of your norms wait for others to agree.".formatted(open));
              }
            })
        .replaceWithVoid();
  }

  /**
   * @throws Problem 409 before it, and to a co-facilitator who has not taken the seat
   */
  static void requireRevealed(SessionContext context) {
    context.requireSeatTaken();
    if (!context.calibration().state().isRevealed()) {
      throw Problem.of(
          CommonProblem.STATE_CONFLICT, "A norm is proposed once the scores are revealed.");
    }
    if (context.calibration().isExercise()) {
      throw Problem.of(CommonProblem.STATE_CONFLICT, "Nothing comes of an exercise.");
    }
  }

  private static Norm.Anchor anchor(Rated rated, Optional<VersionInForce> found, NewNorm wanted) {
    VersionInForce version =
        found.filter(each -> each.version() == rated.version()).orElseThrow(Norms::notInForce);
    if (!version.criteria().contains(wanted.criterion())) {
      throw Problem.of(CalibrationProblem.UNKNOWN_CRITERION, "The policy has no such criterion.")
          .with(NOT_FOUND.at("/criterion", "is none of " + version.criteria()));
    }
    if (wanted.ordinal() > version.scaleSize()) {
      throw Problem.of(CalibrationProblem.LEVEL_NOT_ON_SCALE, "The level doesn't fit.")
          .with(RANGE.at("/ordinal", "must be from 1 to " + version.scaleSize()));
    }
    return new Norm.Anchor(rated.policy(), rated.version(), wanted.criterion(), wanted.ordinal());
  }

  private static Problem notInForce() {
    return Problem.of(
        CalibrationProblem.POLICY_NOT_IN_FORCE,
        "The version by which the cycle rates is not in force.");
  }

  Uni<Answer> agree(UUID id, @Nullable String ifMatch) {
    return steps
        .load(db -> norms.hold(db, id).chain(() -> visible(db, id)))
        .permit(NormContext::requireMember)
        .match(ifMatch, NormContext::version)
        .takeNow(
            context -> {
              requireSession(context);
              context.norm().agree(context.actor(), context.of().members(), context.at());
              return context.norm();
            })
        .tell((context, norm) -> List.of(told(norm)))
        .answerNow((context, norm) -> Answer.ok(context.version(), NormView.of(context)));
  }

  private static Fact told(Norm norm) {
    return norm.state() == NormState.AGREED
        ? NormFacts.became(norm, "agreed")
        : NormFacts.noted(norm, "supported");
  }

  /** A session that was cancelled has come to nothing. */
  private static void requireSession(NormContext context) {
    if (!context.of().state().isRevealed()) {
      throw Problem.of(CommonProblem.STATE_CONFLICT, "Its session was cancelled.");
    }
  }

  /** As its readers see it. */
  Uni<NormContext> visible(Mutiny.Session db, UUID id) {
    return people
        .caller(db)
        .chain(
            caller ->
                norms.shown(db, id, caller.person()).chain(norm -> context(db, norm, caller)));
  }

  Uni<NormContext> context(Mutiny.Session db, Norm norm, Actor caller) {
    return repository
        .get(db, norm.sessionId())
        .map((Session of) -> new NormContext(db, norm, of, caller, now()));
  }

  Uni<List<NormContext>> contexts(Mutiny.Session db, List<Norm> found, Actor caller) {
    return repository
        .byId(db, found.stream().map(Norm::sessionId).collect(Collectors.toSet()))
        .map(
            sessions ->
                found.stream()
                    .map(
                        norm ->
                            new NormContext(
                                db,
                                norm,
                                Objects.requireNonNull(sessions.get(norm.sessionId())),
                                caller,
                                now()))
                    .toList());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
