package org.evenhand.analytics.replay;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps what is told of reviews until it is counted by group, and no longer. */
@ApplicationScoped
class Tellings {

  private static final String BEGIN =
      """
      insert into told_replay (id, replay_id, cycle_id, draft, parts, arrived_at)
      values (:id, :replay, :cycle, cast(cast(:draft as text) as jsonb), :parts, :now)
      on conflict (id) do update set parts = coalesce(told_replay.parts, excluded.parts)
      """;

  private static final String KEEP_PART =
      """
      insert into told_part (telling_id, part)
      select id, :part from told_replay where id = :id and told_at is null
      on conflict do nothing
      """;

  private static final String KEEP_OUTCOMES =
      """
      insert into told_outcome (telling_id, review_id, level)
      select t.id, o."reviewId", o.level
      from told_replay t
      cross join jsonb_to_recordset(cast(cast(:outcomes as text) as jsonb))
        as o ("reviewId" uuid, level smallint)
      where t.id = :id and t.told_at is null
      order by 2
      on conflict do nothing
      """;

  private static final String FIND =
      """
      select id, replay_id, cycle_id, cast(draft as text) as draft, arrived_at,
        coalesce(parts = (select count(*) from told_part where telling_id = id), false) as whole,
        told_at is not null as over
      from told_replay where id = :id
      """;

  Uni<Void> keep(Mutiny.Session session, OutcomesTold told, Instant now) {
    return session
        .createNativeQuery(BEGIN, new AffectedEntities())
        .setParameter("id", told.telling())
        .setParameter("replay", told.replayId())
        .setParameter("cycle", told.cycleId())
        .setParameter("draft", Json.write(told.draft()))
        .setParameter("parts", told.parts())
        .setParameter("now", now)
        .executeUpdate()
        .chain(
            () ->
                session
                    .createNativeQuery(KEEP_PART, new AffectedEntities())
                    .setParameter("id", told.telling())
                    .setParameter("part", told.part())
                    .executeUpdate())
        .chain(
            () ->
                session
                    .createNativeQuery(KEEP_OUTCOMES, new AffectedEntities())
                    .setParameter("id", told.telling())
                    .setParameter("outcomes", Json.write(told.outcomes()))
                    .executeUpdate())
        .replaceWithVoid();
  }

  Uni<Optional<Telling>> find(Mutiny.Session session, UUID id) {
    return Rows.of(session, FIND).bind("id", id).atMostOne(Telling::of);
  }

  /** That it is over stays, so that what comes once more changes nothing. */
  Uni<Void> forget(Mutiny.Session session, Telling telling, Instant now) {
    return run(session, "delete from told_outcome where telling_id = :id", telling)
        .chain(() -> run(session, "delete from told_part where telling_id = :id", telling))
        .chain(
            () ->
                session
                    .createNativeQuery(
                        "update told_replay set told_at = :now where id = :id",
                        new AffectedEntities())
                    .setParameter("id", telling.id())
                    .setParameter("now", now)
                    .executeUpdate())
        .replaceWithVoid();
  }

  private static Uni<Void> run(Mutiny.Session session, String sql, Telling telling) {
    return session
        .createNativeQuery(sql, new AffectedEntities())
        .setParameter("id", telling.id())
        .executeUpdate()
        .replaceWithVoid();
  }
}
