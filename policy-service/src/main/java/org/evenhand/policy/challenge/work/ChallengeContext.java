package org.evenhand.policy.challenge.work;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.policy.challenge.Challenge;
import org.evenhand.policy.challenge.ChallengeEvents;
import org.evenhand.policy.challenge.ChallengeHappening;
import org.evenhand.policy.challenge.access.Standing;
import org.evenhand.policy.directory.Actor;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a step on a challenge works with; the challenge is held meanwhile. */
record ChallengeContext(
    Mutiny.Session session, Challenge challenge, Actor caller, Standing standing, Instant at)
    implements Steps.Context {

  @Override
  public UUID actor() {
    return caller.person();
  }

  List<Fact> facts(ChallengeHappening happening) {
    return List.of(ChallengeEvents.fact(challenge, happening, at));
  }
}
