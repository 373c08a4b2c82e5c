package org.evenhand.policy.challenge.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.policy.challenge.Challenge;
import org.evenhand.policy.challenge.ChallengeRepository;
import org.evenhand.policy.challenge.Supporters;
import org.evenhand.policy.challenge.Supporters.Support;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.directory.Lines;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds what a reader is to challenges, in a few queries for all of a page. */
@ApplicationScoped
public class Standings {

  /** In place of a client that reads; no person has this id. */
  private static final UUID NOBODY = new UUID(0, 0);

  private final ChallengeRepository challenges;
  private final Supporters supporters;
  private final Lines lines;
  private final Turns turns;

  Standings(ChallengeRepository challenges, Supporters supporters, Lines lines, Turns turns) {
    this.challenges = challenges;
    this.supporters = supporters;
    this.lines = lines;
    this.turns = turns;
  }

  public Uni<Standing> of(Mutiny.Session session, Actor reader, Challenge challenge) {
    return of(session, reader, List.of(challenge))
        .map(found -> Objects.requireNonNull(found.get(challenge.id())));
  }

  public Uni<Map<UUID, Standing>> of(
      Mutiny.Session session, Actor reader, Collection<Challenge> found) {
    UUID me = Objects.requireNonNullElse(reader.employeeId(), NOBODY);
    List<UUID> ids = found.stream().map(Challenge::id).toList();
    if (ids.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return supporters
        .of(session, me, ids)
        .chain(
            support ->
                challenges
                    .authorsJoined(session, ids)
                    .chain(
                        joined ->
                            near(session, reader, me, found)
                                .chain(
                                    near ->
                                        turns(session, reader, found)
                                            .map(
                                                turns ->
                                                    new Known(
                                                        reader, me, support, joined, near,
                                                        turns)))))
        .map(known -> found.stream().collect(Collectors.toMap(Challenge::id, known::standing)));
  }

  private Uni<Map<UUID, Turn>> turns(
      Mutiny.Session session, Actor reader, Collection<Challenge> found) {
    return reader.hr() || reader.manager()
        ? turns.of(session, found)
        : Uni.createFrom().item(Map.of());
  }

  /** Lines matter to those alone who could answer, or read names. */
  private Uni<Set<UUID>> near(
      Mutiny.Session session, Actor reader, UUID me, Collection<Challenge> found) {
    return reader.hr() || reader.manager()
        ? lines.closeTo(
            session,
            me,
            found.stream()
                .flatMap(
                    one ->
                        Stream.concat(
                            one.parties().challenged().stream(), Stream.of(one.authorId())))
                .collect(Collectors.toSet()))
        : Uni.createFrom().item(Set.of());
  }

  private record Known(
      Actor reader,
      UUID me,
      Map<UUID, Support> support,
      Map<UUID, Set<UUID>> joined,
      Set<UUID> near,
      Map<UUID, Turn> turns) {

    Standing standing(Challenge challenge) {
      return new Standing(
          reader,
          challenge.isBy(me),
          joined.getOrDefault(challenge.id(), Set.of()).contains(me),
          joined.containsKey(challenge.id()),
          challenge.parties().challenged().contains(me),
          !Collections.disjoint(near, challenge.parties().challenged()),
          near.contains(challenge.authorId()),
          challenge.parties().managers().contains(me),
          challenge.answers().stream().anyMatch(answer -> answer.by().equals(me)),
          turns.getOrDefault(challenge.id(), Turn.HR),
          support.getOrDefault(challenge.id(), Support.NONE));
    }
  }
}
