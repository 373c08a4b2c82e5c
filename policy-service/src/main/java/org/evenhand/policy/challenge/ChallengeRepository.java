package org.evenhand.policy.challenge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/** Challenges in the database. */
@ApplicationScoped
public class ChallengeRepository {

  private static final String WAITING =
      """
      select count(*) as n from challenge c
      where c.state = 'RAISED' and c.author_id = :author
        or c.state = 'FOLLOWED_UP' and c.follow_up ->> 'by' = cast(cast(:author as uuid) as text)
      """;

  /**
   * @throws Problem 404
   */
  public Uni<Challenge> challenge(Mutiny.Session session, UUID id) {
    return session
        .find(Challenge.class, id)
        .onItem()
        .ifNull()
        .failWith(ChallengeRepository::notFound);
  }

  /**
   * The challenge, locked against every other step on it.
   *
   * @throws Problem 404
   */
  public Uni<Challenge> hold(Mutiny.Session session, UUID id) {
    return session
        .find(Challenge.class, id, LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNull()
        .failWith(ChallengeRepository::notFound);
  }

  /**
   * Locks those that are there, in the order of their ids, so that two who merge can't deadlock.
   */
  public Uni<List<Challenge>> holdAll(Mutiny.Session session, Collection<UUID> ids) {
    return session
        .createSelectionQuery("from Challenge c where c.id in :ids order by c.id", Challenge.class)
        .setParameter("ids", ids)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  public Uni<List<Challenge>> byIds(Mutiny.Session session, Collection<UUID> ids) {
    return session
        .createSelectionQuery("from Challenge c where c.id in :ids order by c.id", Challenge.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  public Uni<List<Challenge>> mergedInto(Mutiny.Session session, UUID id) {
    return session
        .createSelectionQuery(
            "from Challenge c where c.mergedInto = :id order by c.id", Challenge.class)
        .setParameter("id", id)
        .getResultList();
  }

  /** Whose challenges were merged into these, by the one that is answered for them. */
  public Uni<Map<UUID, Set<UUID>>> authorsJoined(Mutiny.Session session, Collection<UUID> ids) {
    return session
        .createSelectionQuery("from Challenge c where c.mergedInto in :ids", Challenge.class)
        .setParameter("ids", ids)
        .getResultList()
        .map(
            merged ->
                merged.stream()
                    .collect(
                        Collectors.groupingBy(
                            one -> one.mergedInto().orElseThrow(),
                            Collectors.mapping(Challenge::authorId, Collectors.toSet()))));
  }

  public Uni<List<Challenge>> after(
      Mutiny.Session session, Collection<ChallengeState> states, UUID last, int most) {
    return session
        .createSelectionQuery(
            "from Challenge c where c.state in :states and c.id > :last order by c.id",
            Challenge.class)
        .setParameter("states", states)
        .setParameter("last", last)
        .setMaxResults(most)
        .getResultList();
  }

  /**
   * For how many somebody waits: those that they raised, and those that they have followed up.
   * Holds their row, so that two at once are counted one after the other.
   */
  public Uni<Long> waitingOf(Mutiny.Session session, UUID author) {
    return Rows.of(session, "select 1 from person where employee_id = :author for update")
        .bind("author", author)
        .run()
        .chain(() -> Rows.of(session, WAITING).bind("author", author).one(row -> row.bigint("n")));
  }

  private static Problem notFound() {
    return Problem.of(CommonProblem.NOT_FOUND, "There is no such challenge.");
  }
}
