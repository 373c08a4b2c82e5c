package org.evenhand.policy.challenge.duty;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenhand.kit.data.duty.DutyRule;
import org.evenhand.kit.data.duty.Holder;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.Side;
import org.evenhand.kit.data.duty.Worker;
import org.evenhand.policy.challenge.Challenge;
import org.evenhand.policy.challenge.ChallengeEvents;
import org.evenhand.policy.challenge.ChallengeRepository;
import org.evenhand.policy.challenge.access.ChallengePermissions;
import org.evenhand.policy.challenge.access.Standing;
import org.evenhand.policy.challenge.access.Standings;
import org.evenhand.policy.challenge.access.Turn;
import org.evenhand.policy.challenge.access.Turns;
import org.evenhand.policy.directory.Actor;
import org.hibernate.reactive.mutiny.Mutiny;

/** Each challenge is owed an answer, whether its author still works here or not. */
@Singleton
class ChallengeDuties implements DutyRule {

  /** Whose the answers were that have been given. */
  private static final List<Turn> FIRST_TWO = List.of(Turn.HR, Turn.HR_LEAD);

  private final ChallengeRepository challenges;
  private final Standings standings;
  private final Turns turns;

  ChallengeDuties(ChallengeRepository challenges, Standings standings, Turns turns) {
    this.challenges = challenges;
    this.standings = standings;
    this.turns = turns;
  }

  @Override
  public String aggregateType() {
    return ChallengeEvents.AGGREGATE;
  }

  @Override
  public List<ChallengeDuty> kinds() {
    return List.of(ChallengeDuty.CHALLENGE_ANSWER);
  }

  @Override
  public AggregateRows rows() {
    return new AggregateRows("challenge", null);
  }

  @Override
  public Uni<List<Owed>> owed(Mutiny.Session session, Collection<UUID> ids) {
    return challenges
        .byIds(session, ids)
        .chain(
            found ->
                turns
                    .of(session, found)
                    .map(turn -> found.stream().flatMap(one -> owed(one, turn)).toList()));
  }

  private static Stream<Owed> owed(Challenge challenge, Map<UUID, Turn> turns) {
    int given = challenge.answers().size();
    return Stream.concat(
        IntStream.range(0, given)
            .mapToObj(number -> owed(challenge, number, FIRST_TWO.get(number).holder(), true)),
        Stream.ofNullable(turns.get(challenge.id()))
            .map(turn -> owed(challenge, given, turn.holder(), false)));
  }

  private static Owed owed(Challenge challenge, int number, Holder holder, boolean met) {
    return new Owed(
        ChallengeDuty.CHALLENGE_ANSWER,
        Side.HR,
        challenge.id(),
        Integer.toString(number + 1),
        holder,
        null,
        null,
        null,
        met);
  }

  /** It is no task of whoever it is about, nor of those above or below them. */
  @Override
  public Uni<Map<UUID, Set<String>>> open(
      Mutiny.Session session, Worker worker, Set<UUID> subjects) {
    Actor actor = new Actor(worker.person(), worker.roles());
    return challenges
        .byIds(session, subjects)
        .chain(
            found ->
                standings.of(session, actor, found).map(standing -> operations(found, standing)));
  }

  private static Map<UUID, Set<String>> operations(
      List<Challenge> found, Map<UUID, Standing> standing) {
    return found.stream()
        .collect(
            Collectors.toMap(
                Challenge::id,
                one -> operations(one, Objects.requireNonNull(standing.get(one.id())))));
  }

  /** What is open to everybody makes it nobody's task. */
  private static Set<String> operations(Challenge challenge, Standing standing) {
    return ChallengePermissions.open(challenge, standing).stream()
        .filter(ChallengeDuty.CHALLENGE_ANSWER.operations()::contains)
        .collect(Collectors.toSet());
  }
}
