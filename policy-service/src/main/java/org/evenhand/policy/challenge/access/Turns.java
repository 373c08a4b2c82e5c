package org.evenhand.policy.challenge.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.policy.challenge.Challenge;
import org.evenhand.policy.challenge.ChallengeAnswer;
import org.evenhand.policy.challenge.ChallengeRepository;
import org.evenhand.policy.challenge.ChallengeState;
import org.evenhand.policy.directory.AtHand;
import org.evenhand.policy.directory.SidesAtHand;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Says whose turn it is, so that a challenge waits for nobody in silence: where the only ones who
 * could answer are those whom it is about, somebody else can.
 */
@ApplicationScoped
public class Turns {

  private final ChallengeRepository challenges;
  private final AnswerDays days;
  private final SidesAtHand sides;
  private final Clock clock;

  Turns(ChallengeRepository challenges, AnswerDays days, SidesAtHand sides, Clock clock) {
    this.challenges = challenges;
    this.days = days;
    this.sides = sides;
    this.clock = clock;
  }

  /** Of those that wait for an answer. */
  public Uni<Map<UUID, Turn>> of(Mutiny.Session session, Collection<Challenge> found) {
    List<Challenge> waiting = found.stream().filter(one -> one.state().waits()).toList();
    List<UUID> ids = waiting.stream().map(Challenge::id).toList();
    if (ids.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return passedOn(session, ids)
        .chain(
            passedOn ->
                challenges
                    .authorsJoined(session, ids)
                    .chain(
                        joined ->
                            sides
                                .serving(session, challenged(waiting))
                                .chain(
                                    hr ->
                                        withManagers(
                                            session,
                                            waiting,
                                            new Known(passedOn, joined, hr, AtHand.NOBODY)))))
        .map(known -> waiting.stream().collect(Collectors.toMap(Challenge::id, known::turn)));
  }

  /** Managers matter only to what is late and has nobody of HR. */
  private Uni<Known> withManagers(Mutiny.Session session, List<Challenge> waiting, Known known) {
    List<Challenge> left = waiting.stream().filter(known::isLateWithoutHr).toList();
    return left.isEmpty()
        ? Uni.createFrom().item(known)
        : sides.leading(session, challenged(left)).map(known::and);
  }

  private static List<UUID> challenged(List<Challenge> waiting) {
    return waiting.stream().flatMap(one -> one.parties().challenged().stream()).distinct().toList();
  }

  private Uni<Set<UUID>> passedOn(Mutiny.Session session, List<UUID> ids) {
    return days.of(session, ids)
        .map(
            found ->
                found.entrySet().stream()
                    .filter(day -> day.getValue().hasPassedOn(clock.instant()))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet()));
  }

  private record Known(
      Set<UUID> passedOn, Map<UUID, Set<UUID>> joined, AtHand hr, AtHand managers) {

    Known and(AtHand leading) {
      return new Known(passedOn, joined, hr, leading);
    }

    Turn turn(Challenge challenge) {
      boolean second = challenge.state() == ChallengeState.FOLLOWED_UP;
      if (!passedOn.contains(challenge.id())) {
        return second ? Turn.HR_LEAD : isClosed(challenge) ? Turn.VACANT : Turn.HR;
      }
      if (isHrFree(challenge)) {
        return second ? Turn.OTHER_HR : Turn.HR;
      }
      AtHand others = managers.without(partial(challenge));
      if (!others.isAnyFreeOf(challenged(challenge))) {
        return below(challenge);
      }
      if (!isClosed(challenge)) {
        return second ? Turn.OTHER_HR : Turn.HR;
      }
      return others.among(challenge.parties().managers()).isAnyFreeOf(challenged(challenge))
          ? Turn.SIGNERS
          : Turn.MANAGERS;
    }

    boolean isLateWithoutHr(Challenge challenge) {
      return passedOn.contains(challenge.id()) && !isHrFree(challenge);
    }

    private boolean isHrFree(Challenge challenge) {
      return left(challenge).isAnyFreeOf(challenged(challenge));
    }

    /** Where nobody is known to serve, somebody may still have the role: that closes nothing. */
    private boolean isClosed(Challenge challenge) {
      return !left(challenge).isNobody() && !isHrFree(challenge);
    }

    private Turn below(Challenge challenge) {
      return hr.isNobody() || !left(challenge).without(challenged(challenge)).isNobody()
          ? Turn.HR_BELOW
          : Turn.MANAGERS_BELOW;
    }

    private AtHand left(Challenge challenge) {
      return hr.without(partial(challenge));
    }

    private static Set<UUID> challenged(Challenge challenge) {
      return challenge.parties().challenged();
    }

    /** Who has raised it or answered it answers it as little as those whom it is about. */
    private Set<UUID> partial(Challenge challenge) {
      Set<UUID> others =
          Stream.concat(
                  Stream.of(challenge.authorId()),
                  challenge.answers().stream().map(ChallengeAnswer::by))
              .collect(Collectors.toSet());
      others.addAll(joined.getOrDefault(challenge.id(), Set.of()));
      return others;
    }
  }
}
