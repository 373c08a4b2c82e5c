package org.evenhand.kit.data.training;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/** Training in the database; can be thrown away and read again. */
final class TrainingRows {

  private static final String REQUIRE =
      """
      insert into required_training (id, title, required_for, topics, offered_at, retired_at)
      select m."moduleId", m.title, m."requiredFor", coalesce(m.topics, '[]'), m."offeredAt",
             m."retiredAt"
      from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as m ("moduleId" uuid,
        title text, "requiredFor" jsonb, topics jsonb, "offeredAt" timestamptz,
        "retiredAt" timestamptz)
      order by 1
      on conflict (id) do update set title = excluded.title,
        required_for = excluded.required_for, topics = excluded.topics,
        offered_at = excluded.offered_at, retired_at = excluded.retired_at
      """;

  private static final String HOLD =
      """
      insert into held_training (id, module_id, person_id, held, valid_until, held_at)
      select h."completionId", h."moduleId", h."personId", h.held, h."validUntil",
             case when h.held then h.at end
      from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as h ("completionId" uuid,
        "moduleId" uuid, "personId" uuid, held boolean, "validUntil" date, at timestamptz)
      order by 1
      on conflict (id) do update set held = excluded.held, valid_until = excluded.valid_until,
        held_at = coalesce(held_training.held_at, excluded.held_at)
      """;

  /** A subject is either; no two share an id. */
  private static final String FORGET =
      """
      with gone as (select cast(x as uuid) as id
        from jsonb_array_elements_text(cast(cast(:rows as text) as jsonb)) x),
      modules as (delete from required_training where id in (select id from gone))
      delete from held_training where id in (select id from gone)
      """;

  private static final String ASKED =
      """
      select p.person, m.title, h.valid_until
      from required_training m
      cross join unnest(cast(:people as uuid[])) as p(person)
      left join held_training h on h.module_id = m.id and h.person_id = p.person and h.held
      where m.required_for @> to_jsonb(cast(:requirement as text))
        and m.offered_at < :begun and m.retired_at is null
        and (h.id is null or h.valid_until is not null)
      order by m.title, m.id
      """;

  private TrainingRows() {}

  static Uni<Void> require(Mutiny.Session session, List<ModuleTold> modules) {
    return run(session, REQUIRE, modules);
  }

  static Uni<Void> hold(Mutiny.Session session, List<HeldTold> held) {
    return run(session, HOLD, held);
  }

  static Uni<Void> forget(Mutiny.Session session, Set<UUID> gone) {
    return run(session, FORGET, gone);
  }

  /** What is asked of these people by then that they don't hold for good. */
  static Uni<List<AskedTraining>> asked(
      Mutiny.Session session, Instant begun, String requirement, Collection<UUID> people) {
    return Rows.of(session, ASKED)
        .bind("people", people.toArray(UUID[]::new))
        .bind("requirement", requirement)
        .bind("begun", begun.atOffset(ZoneOffset.UTC))
        .list(
            row ->
                new AskedTraining(
                    row.uuid("person"), row.text("title"), row.orNull("valid_until", Row::day)));
  }

  private static Uni<Void> run(Mutiny.Session session, String sql, Collection<?> rows) {
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : session
            .createNativeQuery(sql, new AffectedEntities())
            .setParameter("rows", Json.write(rows))
            .executeUpdate()
            .replaceWithVoid();
  }
}
