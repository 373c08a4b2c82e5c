package org.evenhand.review.calendarfeed;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/** Feeds as rows. One that is unused for too long, or whose person has left, is not there. */
@ApplicationScoped
class FeedRows {

  private static final String LIVING =
      """
      from calendar_feed f join employee e on e.id = f.person_id
      where e.status <> 'TERMINATED' and coalesce(f.last_used_on, f.made_on) > :gone
      """;

  private static final String OF_PERSON =
      "select f.id, f.person_id, f.made_on, f.last_used_on "
          + LIVING
          + "and f.person_id = :person order by f.id";

  private static final String OF_SECRET =
      "select f.id, f.person_id, f.made_on, f.last_used_on " + LIVING + "and f.secret_hash = :hash";

  private static final String ADD =
      """
      insert into calendar_feed (id, person_id, secret_hash, made_on)
      values (:id, :person, :hash, :today)
      """;

  private static final String USED =
      "update calendar_feed set last_used_on = :today where id = :id";

  private static final String REMOVE = "delete from calendar_feed where id = :id";

  private static final String FORGET =
      """
      delete from calendar_feed f using employee e
      where e.id = f.person_id
        and (e.status = 'TERMINATED' or coalesce(f.last_used_on, f.made_on) <= :gone)
      """;

  Uni<List<Feed>> of(Mutiny.Session session, UUID person, LocalDate today) {
    return Rows.of(session, OF_PERSON)
        .bind("gone", Feed.goneBefore(today))
        .bind("person", person)
        .list(FeedRows::read);
  }

  Uni<Optional<Feed>> opened(Mutiny.Session session, String digest, LocalDate today) {
    return Rows.of(session, OF_SECRET)
        .bind("gone", Feed.goneBefore(today))
        .bind("hash", digest)
        .atMostOne(FeedRows::read);
  }

  Uni<Void> add(Mutiny.Session session, Feed feed, FeedSecret secret) {
    return session
        .createNativeQuery(ADD)
        .setParameter("id", feed.id())
        .setParameter("person", feed.person())
        .setParameter("hash", secret.digest())
        .setParameter("today", feed.madeOn())
        .executeUpdate()
        .replaceWithVoid();
  }

  Uni<Void> used(Mutiny.Session session, Feed feed, LocalDate today) {
    return today.equals(feed.lastUsedOn())
        ? Uni.createFrom().voidItem()
        : session
            .createNativeQuery(USED)
            .setParameter("today", today)
            .setParameter("id", feed.id())
            .executeUpdate()
            .replaceWithVoid();
  }

  Uni<Void> remove(Mutiny.Session session, Feed feed) {
    return session
        .createNativeQuery(REMOVE)
        .setParameter("id", feed.id())
        .executeUpdate()
        .replaceWithVoid();
  }

  Uni<Integer> forget(Mutiny.Session session, LocalDate today) {
    return session
        .createNativeQuery(FORGET)
        .setParameter("gone", Feed.goneBefore(today))
        .executeUpdate();
  }

  private static Feed read(Row row) {
    return new Feed(
        row.uuid("id"),
        row.uuid("person_id"),
        row.day("made_on"),
        row.orNull("last_used_on", Row::day));
  }
}
