package org.evenhand.policy.challenge.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.PolicyProblem;
import org.evenhand.policy.challenge.ChallengeRepository;
import org.hibernate.reactive.mutiny.Mutiny;

/** Few of one person wait at a time, those that they have followed up included. */
@ApplicationScoped
class WaitingRoom {

  private static final int MOST_WAITING = 5;

  private final ChallengeRepository challenges;

  WaitingRoom(ChallengeRepository challenges) {
    this.challenges = challenges;
  }

  /** Fails with 409 where no more of theirs may wait. */
  Uni<Void> require(Mutiny.Session session, UUID author) {
    return challenges
        .waitingOf(session, author)
        .invoke(
            waiting -> {
              if (waiting >= MOST_WAITING) {
                throw Problem.of(
                    PolicyProblem.TOO_MANY_CHALLENGES,
                    "%d of your challenges wait for an answer.".formatted(waiting));
              }
            })
        .replaceWithVoid();
  }
}
