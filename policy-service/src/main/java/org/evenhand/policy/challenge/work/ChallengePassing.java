package org.evenhand.policy.challenge.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.policy.challenge.ChallengeEvents;
import org.evenhand.policy.challenge.ChallengeHappening;
import org.evenhand.policy.challenge.ChallengeRepository;
import org.evenhand.policy.challenge.access.AnswerDays;
import org.evenhand.policy.challenge.access.AnswerDays.Day;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Waits with a challenge for its day, and passes it on to others once it is over and an HR lead has
 * heard of it in vain. A charter may say how long that takes, so it looks each day.
 */
@ApplicationScoped
class ChallengePassing implements DueTask {

  private static final String KIND = "challenge-passing";
  private static final String ACTOR = "policy-service";
  private static final Duration A_DAY = Duration.ofDays(1);

  private final ChallengeRepository challenges;
  private final AnswerDays days;
  private final DueWork dueWork;
  private final Journal journal;
  private final Clock clock;

  ChallengePassing(
      ChallengeRepository challenges,
      AnswerDays days,
      DueWork dueWork,
      Journal journal,
      Clock clock) {
    this.challenges = challenges;
    this.days = days;
    this.dueWork = dueWork;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** Which day it is, is known once the duty is there. */
  Uni<Void> await(Mutiny.Session session, UUID challenge) {
    return dueWork.schedule(session, KIND, challenge, clock.instant());
  }

  /** Nothing is due of what has been answered, merged or withdrawn. */
  @Override
  public Uni<Void> run(Mutiny.Session session, UUID id) {
    return challenges
        .hold(session, id)
        .chain(() -> days.of(session, List.of(id)))
        .chain(
            found ->
                found.containsKey(id)
                    ? passOn(session, id, found.get(id))
                    : Uni.createFrom().voidItem());
  }

  private Uni<Void> passOn(Mutiny.Session session, UUID id, Day day) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (!day.hasPassedOn(now)) {
      return dueWork.schedule(session, KIND, id, day.isOver(now) ? now.plus(A_DAY) : day.over());
    }
    return challenges
        .challenge(session, id)
        .chain(
            challenge ->
                journal.write(
                    session,
                    ACTOR,
                    () ->
                        List.of(
                            ChallengeEvents.fact(challenge, ChallengeHappening.PASSED_ON, now))));
  }
}
