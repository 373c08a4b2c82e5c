package org.evenhand.policy.challenge.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.policy.challenge.Challenge;
import org.evenhand.policy.challenge.ChallengeRepository;
import org.evenhand.policy.challenge.ChallengeStep;
import org.evenhand.policy.challenge.access.ChallengePermissions;
import org.evenhand.policy.challenge.access.Standings;
import org.evenhand.policy.challenge.reading.ChallengeViews;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.directory.People;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Steps that people take on a challenge, one after the other. */
@ApplicationScoped
class ChallengeSteps {

  private final Steps steps;
  private final ChallengeRepository challenges;
  private final Standings standings;
  private final ChallengeViews views;
  private final People people;
  private final Clock clock;

  ChallengeSteps(
      Steps steps,
      ChallengeRepository challenges,
      Standings standings,
      ChallengeViews views,
      People people,
      Clock clock) {
    this.steps = steps;
    this.challenges = challenges;
    this.standings = standings;
    this.views = views;
    this.people = people;
    this.clock = clock;
  }

  /**
   * @param act fails with 409 or 422
   * @param facts what came about by it
   */
  <R> Uni<Answer> take(
      UUID id,
      @Nullable String ifMatch,
      ChallengeStep step,
      Function<ChallengeContext, Uni<R>> act,
      BiFunction<ChallengeContext, R, List<Fact>> facts) {
    return taken(session -> challenges.hold(session, id), ifMatch, step, act, facts);
  }

  /** The same with another one held too, if there is one. */
  <R> Uni<Answer> takeBoth(
      UUID id,
      UUID other,
      @Nullable String ifMatch,
      ChallengeStep step,
      Function<ChallengeContext, Uni<R>> act,
      BiFunction<ChallengeContext, R, List<Fact>> facts) {
    return taken(
        session ->
            challenges
                .holdAll(session, List.of(id, other))
                .chain(() -> challenges.challenge(session, id)),
        ifMatch,
        step,
        act,
        facts);
  }

  private <R> Uni<Answer> taken(
      Function<Mutiny.Session, Uni<Challenge>> held,
      @Nullable String ifMatch,
      ChallengeStep step,
      Function<ChallengeContext, Uni<R>> act,
      BiFunction<ChallengeContext, R, List<Fact>> facts) {
    return steps
        .load(session -> context(session, held))
        .permit(context -> require(step, context))
        .match(ifMatch, context -> context.challenge().lockVersion())
        .take(act)
        .tell(facts)
        .answer((context, done) -> answer(context));
  }

  /** For what overwrites nothing that somebody has read. */
  Uni<Answer> add(UUID id, ChallengeStep step, Function<ChallengeContext, Uni<Void>> act) {
    return steps
        .load(session -> context(session, held -> challenges.hold(held, id)))
        .permit(context -> require(step, context))
        .add()
        .take(act)
        .tell((context, done) -> List.of())
        .answer((context, done) -> answer(context));
  }

  private static void require(ChallengeStep step, ChallengeContext context) {
    context.caller().requirePerson();
    ChallengePermissions.require(step, context.challenge(), context.standing());
  }

  private Uni<ChallengeContext> context(
      Mutiny.Session session, Function<Mutiny.Session, Uni<Challenge>> held) {
    return people
        .caller(session)
        .chain(caller -> held.apply(session).chain(one -> of(session, caller, one)));
  }

  private Uni<ChallengeContext> of(Mutiny.Session session, Actor caller, Challenge challenge) {
    return standings
        .of(session, caller, challenge)
        .map(standing -> new ChallengeContext(session, challenge, caller, standing, now()));
  }

  private Uni<Answer> answer(ChallengeContext context) {
    return views
        .of(context.session(), context.caller(), context.challenge())
        .map(view -> Answer.ok(context.challenge().lockVersion(), view));
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
