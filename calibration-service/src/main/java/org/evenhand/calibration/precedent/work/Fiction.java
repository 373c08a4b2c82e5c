package org.evenhand.calibration.precedent.work;

import static org.evenhand.kit.web.problem.ViolationCode.DUPLICATE;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;
import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.calibration.directory.Actor;
import org.evenhand.calibration.directory.People;
import org.evenhand.calibration.policy.PolicyVersions;
import org.evenhand.calibration.policy.VersionInForce;
import org.evenhand.calibration.precedent.Anchored;
import org.evenhand.calibration.precedent.Pair;
import org.evenhand.calibration.precedent.Precedent;
import org.evenhand.calibration.precedent.PrecedentFacts;
import org.evenhand.calibration.precedent.access.PrecedentContext;
import org.evenhand.calibration.precedent.access.PrecedentContexts;
import org.evenhand.calibration.precedent.reading.PrecedentView;
import org.evenhand.calibration.precedent.work.PrecedentRequests.NewPrecedent;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/** Cases that never were: one side writes, the other checks that they tell of nobody. */
@ApplicationScoped
class Fiction {

  private static final String CHECKER = "/checkerExternalId";

  private record Writing(Mutiny.Session session, Actor caller, Instant at)
      implements Steps.Context {

    @Override
    public UUID actor() {
      return caller.person();
    }
  }

  private final Steps steps;
  private final PrecedentContexts contexts;
  private final PolicyVersions versions;
  private final People people;

  Fiction(Steps steps, PrecedentContexts contexts, PolicyVersions versions, People people) {
    this.steps = steps;
    this.contexts = contexts;
    this.versions = versions;
    this.people = people;
  }

  Uni<Answer> write(NewPrecedent wanted) {
    return steps
        .load(db -> people.caller(db).map(caller -> new Writing(db, caller, contexts.now())))
        .permitAll()
        .add()
        .take(writing -> written(writing, wanted))
        .tell((writing, precedent) -> List.of(PrecedentFacts.noted(precedent, "proposed")))
        .answerNow(Fiction::answer);
  }

  private Uni<Precedent> written(Writing writing, NewPrecedent wanted) {
    Mutiny.Session db = writing.session();
    return versions
        .inForce(db, wanted.policyId())
        .map(found -> about(found, wanted))
        .chain(
            about ->
                people
                    .atWork(db, Map.of(CHECKER, wanted.checkerExternalId()))
                    .map(named -> Objects.requireNonNull(named.get(CHECKER)).id())
                    .invoke(checker -> requireSecond(writing, checker))
                    .map(
                        checker ->
                            new Precedent(
                                Ids.next(),
                                about,
                                wanted.words(),
                                wanted.tagged(),
                                new Pair(
                                    writing.actor(), Pair.Side.of(writing.caller()), checker))))
        .call(db::persist);
  }

  private static Anchored about(Optional<VersionInForce> found, NewPrecedent wanted) {
    VersionInForce version =
        found.orElseThrow(
            () ->
                Problem.of(
                        CalibrationProblem.POLICY_NOT_IN_FORCE,
                        "No version of this policy is in force.")
                    .with(NOT_FOUND.at("/policyId", "has no version in force")));
    if (wanted.criterion() != null && !version.criteria().contains(wanted.criterion())) {
      throw Problem.of(CalibrationProblem.UNKNOWN_CRITERION, "The policy has no such criterion.")
          .with(NOT_FOUND.at("/criterion", "is none of " + version.criteria()));
    }
    if (wanted.ordinal() > version.scaleSize()) {
      throw Problem.of(CalibrationProblem.LEVEL_NOT_ON_SCALE, "The level doesn't fit.")
          .with(RANGE.at("/ordinal", "must be from 1 to " + version.scaleSize()));
    }
    return new Anchored(wanted.policyId(), version.version(), wanted.criterion(), wanted.ordinal());
  }

  private static void requireSecond(Writing writing, UUID checker) {
    if (checker.equals(writing.actor())) {
      throw Problem.of(
              CalibrationProblem.SECOND_PERSON_REQUIRED, "Somebody of the other side checks it.")
          .with(DUPLICATE.at(CHECKER, "is whoever writes it"));
    }
  }

  private static Answer answer(Writing writing, Precedent precedent) {
    return Answer.created(
        URI.create("/v1/precedents/" + precedent.id()),
        precedent.version(),
        PrecedentView.of(
            new PrecedentContext(
                writing.session(), precedent, Optional.empty(), writing.caller(), writing.at())));
  }
}
