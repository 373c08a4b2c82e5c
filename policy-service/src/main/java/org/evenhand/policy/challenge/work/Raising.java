package org.evenhand.policy.challenge.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.policy.challenge.Challenge;
import org.evenhand.policy.challenge.ChallengeEvents;
import org.evenhand.policy.challenge.ChallengeHappening;
import org.evenhand.policy.challenge.reading.ChallengeViews;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.directory.People;
import org.hibernate.reactive.mutiny.Mutiny;

/** Any employee raises a challenge. */
@ApplicationScoped
class Raising {

  private record Raiser(Mutiny.Session session, Actor caller, Instant at) implements Steps.Context {

    @Override
    public UUID actor() {
      return caller.person();
    }
  }

  private final Steps steps;
  private final ChallengeSteps times;
  private final WaitingRoom room;
  private final ChallengeViews views;
  private final PartiesOfChallenge parties;
  private final ChallengePassing passing;
  private final People people;

  Raising(
      Steps steps,
      ChallengeSteps times,
      WaitingRoom room,
      ChallengeViews views,
      PartiesOfChallenge parties,
      ChallengePassing passing,
      People people) {
    this.steps = steps;
    this.times = times;
    this.room = room;
    this.views = views;
    this.parties = parties;
    this.passing = passing;
    this.people = people;
  }

  Uni<Answer> raise(ChallengeRequest request) {
    return steps
        .load(
            session ->
                people.caller(session).map(caller -> new Raiser(session, caller, times.now())))
        .permit(raiser -> raiser.caller().requirePerson())
        .add()
        .take(raiser -> raised(raiser, request))
        .tell(
            (raiser, made) ->
                List.of(ChallengeEvents.fact(made, ChallengeHappening.RAISED, raiser.at())))
        .answer(
            (raiser, made) ->
                views
                    .of(raiser.session(), raiser.caller(), made)
                    .map(
                        view ->
                            Answer.created(
                                URI.create("/v1/challenges/" + view.id()),
                                made.lockVersion(),
                                view)));
  }

  private Uni<Challenge> raised(Raiser raiser, ChallengeRequest request) {
    return parties
        .of(raiser.session(), request)
        .call(() -> room.require(raiser.session(), raiser.actor()))
        .map(found -> new Challenge(Ids.next(), request.said(), found, raiser.actor(), raiser.at()))
        .call(raiser.session()::persist)
        .call(made -> passing.await(raiser.session(), made.id()));
  }
}
