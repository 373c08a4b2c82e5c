package org.evenhand.review.review.reading;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.evenhand.review.review.ContributionType;
import org.evenhand.review.review.Contributor;
import org.evenhand.review.review.FormAnswer;
import org.evenhand.review.review.Review;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Views from below. They are written in rounds, so that nobody can tell whose a text is: not by
 * when it came, nor by its place, nor by what moved with it. Until a round closes only the author
 * sees the own text. It closes once everybody who was asked has written, when the day of the self
 * review is over, or when the review is submitted; never with fewer than three texts, which then
 * wait for another round. No text moves the review, its version, or its audit chain.
 */
@ApplicationScoped
public class UpwardViews {

  /** So many texts hide each other. */
  private static final int LEAST = 3;

  private final UpwardAudit audit;
  private final Clock clock;

  UpwardViews(UpwardAudit audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A text that a reader sees.
   *
   * @param on the day on which its round closed; for the author of an open one, when it was written
   */
  public record Text(List<FormAnswer> answers, LocalDate on) {}

  /** Keeps what somebody wrote, in the place of what they wrote in this round before. */
  public Uni<Void> write(
      Mutiny.Session session, Review review, UUID author, List<FormAnswer> answers) {
    return hold(session, review.id())
        .chain(
            () ->
                session
                    .createNativeQuery(
                        """
                        insert into upward_view (review_id, author_id, written_on, answers)
                        values (:review, :author, cast(:day as date), cast(cast(:answers as text) as jsonb))
                        on conflict (review_id, author_id)
                        do update set written_on = excluded.written_on, answers = excluded.answers
                        """)
                    .setParameter("review", review.id())
                    .setParameter("author", author)
                    .setParameter("day", today())
                    .setParameter("answers", Json.write(answers))
                    .executeUpdate())
        .chain(() -> authors(session, review.id()))
        .chain(
            authors ->
                authors.containsAll(asked(review))
                    ? closeRound(session, review.id())
                    : Uni.createFrom().voidItem());
  }

  /** Whether there may be views of this kind: who wasn't asked can't write one. */
  static boolean areAskedFor(Review review) {
    return !asked(review).isEmpty();
  }

  /** Ends the round of a review that moves on. */
  public Uni<Void> close(Mutiny.Session session, Review review) {
    return areAskedFor(review) ? close(session, review.id()) : Uni.createFrom().voidItem();
  }

  private Uni<Void> close(Mutiny.Session session, UUID reviewId) {
    return hold(session, reviewId).chain(() -> closeRound(session, reviewId));
  }

  /** Ends the rounds of a cycle whose day is over. */
  public Uni<Void> closeDue(Mutiny.Session session, UUID cycleId, LocalDate today) {
    return Rows.of(
            session,
            """
            select r.id as id from review r where r.cycle_id = :cycle and r.self_due < :today
              and (select count(*) from upward_view v
                   where v.review_id = r.id and v.answers is not null) >= :least
            order by r.id
            """)
        .bind("cycle", cycleId)
        .bind("today", today)
        .bind("least", LEAST)
        .list(row -> row.uuid("id"))
        .chain(
            due ->
                Multi.createFrom()
                    .iterable(due)
                    .onItem()
                    .transformToUniAndConcatenate(id -> close(session, id))
                    .collect()
                    .last())
        .replaceWithVoid();
  }

  /** The texts of all rounds that have closed, in an order of chance that stays. */
  public Uni<List<Text>> closed(Mutiny.Session session, UUID reviewId) {
    return Rows.of(
            session,
            """
            select cast(answers as text) as answers, closed_on as day from upward_text
            where review_id = :review order by id
            """)
        .bind("review", reviewId)
        .list(UpwardViews::text);
  }

  /** What somebody wrote in the open round; nothing once it has closed. */
  public Uni<Optional<Text>> own(Mutiny.Session session, UUID reviewId, UUID author) {
    return Rows.of(
            session,
            """
            select cast(answers as text) as answers, written_on as day from upward_view
            where review_id = :review and author_id = :author and answers is not null
            """)
        .bind("review", reviewId)
        .bind("author", author)
        .atMostOne(UpwardViews::text);
  }

  private Uni<Void> closeRound(Mutiny.Session session, UUID reviewId) {
    return Rows.of(
            session,
            """
            select author_id as author, cast(answers as text) as answers from upward_view
            where review_id = :review and answers is not null
            """)
        .bind("review", reviewId)
        .list(row -> new UpwardAudit.Written(row.uuid("author"), row.text("answers")))
        .chain(
            round ->
                round.size() < LEAST
                    ? Uni.createFrom().voidItem()
                    : audit
                        .record(session, reviewId, round)
                        .chain(() -> unlink(session, reviewId)));
  }

  /** The ids are of chance: made one after the other they would tell the order. */
  private Uni<Void> unlink(Mutiny.Session session, UUID reviewId) {
    return session
        .createNativeQuery(
            """
            insert into upward_text (id, review_id, closed_on, answers)
            select gen_random_uuid(), review_id, cast(:day as date), answers from upward_view
            where review_id = :review and answers is not null order by gen_random_uuid()
            """)
        .setParameter("day", today())
        .setParameter("review", reviewId)
        .executeUpdate()
        .chain(
            () ->
                session
                    .createNativeQuery(
                        "update upward_view set answers = null where review_id = :review")
                    .setParameter("review", reviewId)
                    .executeUpdate())
        .replaceWithVoid();
  }

  /** Of two who write last at the same moment, the second sees what the first wrote. */
  private static Uni<Void> hold(Mutiny.Session session, UUID reviewId) {
    return Rows.of(session, "select id as id from review where id = :review for no key update")
        .bind("review", reviewId)
        .run();
  }

  private static Uni<Set<UUID>> authors(Mutiny.Session session, UUID reviewId) {
    return Rows.of(session, "select author_id as author from upward_view where review_id = :review")
        .bind("review", reviewId)
        .list(row -> row.uuid("author"))
        .map(Set::copyOf);
  }

  private static Set<UUID> asked(Review review) {
    return review.contributors().asked().stream()
        .filter(contributor -> contributor.type() == ContributionType.UPWARD)
        .map(Contributor::employeeId)
        .collect(Collectors.toSet());
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private static Text text(Row row) {
    return new Text(List.of(row.json("answers", FormAnswer[].class)), row.day("day"));
  }
}
