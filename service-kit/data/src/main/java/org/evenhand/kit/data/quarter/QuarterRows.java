package org.evenhand.kit.data.quarter;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.web.id.Ids;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/** Table {@code told_quarter}: which quarter of a figure was told, and which is next. */
@ApplicationScoped
class QuarterRows {

  /** The kind of due work, whose subject is a row. */
  static final String WORK = "quarter-figures";

  private static final String OPEN =
      """
      select figure, first_day from told_quarter where id = :id and told_at is null for update
      """;

  private static final String NOT_BEGUN =
      """
      select f.name from unnest(cast(:figures as text[])) as f (name)
      where not exists (
        select 1 from told_quarter q where q.figure = f.name and q.told_at is null)
      """;

  private static final String TOLD = "update told_quarter set told_at = :now where id = :id";

  private static final String FORGET = "delete from told_quarter where id = :id";

  private static final String EXPECT =
      """
      insert into told_quarter (id, figure, first_day) values (:id, :figure, :first)
      on conflict (figure, first_day) do nothing
      """;

  private final DueWork dueWork;

  QuarterRows(DueWork dueWork) {
    this.dueWork = dueWork;
  }

  /** Held until the commit; of one that was told there is none. */
  Uni<Optional<ToldQuarter>> open(Mutiny.Session session, UUID id) {
    return Rows.unflushed(session, OPEN)
        .bind("id", id)
        .atMostOne(
            row -> new ToldQuarter(id, row.text("figure"), Quarter.of(row.day("first_day"))));
  }

  /** Those of which no quarter waits. */
  Uni<List<String>> notBegun(Mutiny.Session session, Collection<String> figures) {
    return Rows.unflushed(session, NOT_BEGUN)
        .bind("figures", figures.toArray(String[]::new))
        .list(row -> row.text("name"));
  }

  Uni<Void> told(Mutiny.Session session, ToldQuarter told, Instant now) {
    return session
        .createNativeQuery(TOLD, new AffectedEntities())
        .setParameter("now", now.atOffset(ZoneOffset.UTC))
        .setParameter("id", told.id())
        .executeUpdate()
        .replaceWithVoid();
  }

  Uni<Void> forget(Mutiny.Session session, ToldQuarter told) {
    return session
        .createNativeQuery(FORGET, new AffectedEntities())
        .setParameter("id", told.id())
        .executeUpdate()
        .replaceWithVoid();
  }

  Uni<Void> expect(Mutiny.Session session, String figure, Quarter quarter) {
    UUID id = Ids.next();
    return session
        .createNativeQuery(EXPECT, new AffectedEntities())
        .setParameter("id", id)
        .setParameter("figure", figure)
        .setParameter("first", quarter.first())
        .executeUpdate()
        .chain(
            added ->
                added == 0
                    ? Uni.createFrom().voidItem()
                    : dueWork.schedule(session, WORK, id, quarter.toldAt()));
  }
}
