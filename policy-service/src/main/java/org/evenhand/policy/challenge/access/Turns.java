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
import org.evenhand.policy.directory.HrAtHand;
import org.evenhand.policy.directory.HrAtHand.Serving;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Says whose turn it is, so that a challenge waits for nobody in silence: where the only ones who
 * could answer are those whom it is about, somebody else can.
 */
@ApplicationScoped
public class Turns {

  private final ChallengeRepository challenges;
  private final AnswerDays days;
  private final HrAtHand hr;
  private final Clock clock;

  Turns(ChallengeRepository challenges, AnswerDays days, HrAtHand hr, Clock clock) {
    this.challenges = challenges;
    this.days = days;
    this.hr = hr;
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
                            hr.serving(session, challenged(waiting))
                                .map(serving -> new Known(passedOn, joined, serving))))
        .map(known -> waiting.stream().collect(Collectors.toMap(Challenge::id, known::turn)));
  }

  private static List<UUID> challenged(List<Challenge> waiting) {
    return waiting.stream().flatMap(one -> one.parties().challenged().stream()).toList();
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

  private record Known(Set<UUID> passedOn, Map<UUID, Set<UUID>> joined, Serving serving) {

    Turn turn(Challenge challenge) {
      boolean late = passedOn.contains(challenge.id());
      boolean nobodyLeft = isNobodyLeft(challenge);
      if (late && nobodyLeft) {
        return Turn.MANAGERS;
      }
      if (challenge.state() == ChallengeState.FOLLOWED_UP) {
        return late ? Turn.OTHER_HR : Turn.HR_LEAD;
      }
      return nobodyLeft && !serving.isNobody() ? Turn.VACANT : Turn.HR;
    }

    /** Who has raised it or answered it answers it as little as those whom it is about. */
    private boolean isNobodyLeft(Challenge challenge) {
      Set<UUID> others =
          Stream.concat(
                  Stream.of(challenge.authorId()),
                  challenge.answers().stream().map(ChallengeAnswer::by))
              .collect(Collectors.toSet());
      others.addAll(joined.getOrDefault(challenge.id(), Set.of()));
      return serving.without(others).areAllCloseTo(challenge.parties().challenged());
    }
  }
}
