package org.evenhand.kit.data.calendar;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/** What people were told, as rows. */
@ApplicationScoped
class ToldRows {

  /** How long it stays known that something was, beyond its last day. */
  private static final int DAYS_KEPT = CalendarPeriod.MOST_DAYS;

  private static final String OF_PERSON =
      """
      select t.id, t.sequence, t.state, t.changed_at, cast(t.content as text) as content
      from calendar_told t where t.person_id = :person
      """;

  /** Of two who tell at once the same, one writes; of what differs, the next one tells again. */
  private static final String WRITE =
      """
      insert into calendar_told as t (person_id, id, sequence, state, changed_at, last_on, content)
      select cast(:person as uuid), r.id, r.sequence, r.state, r."changedAt", r."lastOn", r.content
      from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (id uuid, sequence bigint,
        state text, "changedAt" timestamptz, "lastOn" date, content jsonb)
      order by r.id
      on conflict (person_id, id) do update set sequence = excluded.sequence,
        state = excluded.state, changed_at = excluded.changed_at, last_on = excluded.last_on,
        content = excluded.content
      where t.sequence < excluded.sequence
      """;

  private static final String FORGET =
      """
      delete from calendar_told
      where last_on < :day or (state = 'CANCELLED' and changed_at < :at)
      """;

  private record Written(
      UUID id,
      long sequence,
      EntryState state,
      Instant changedAt,
      LocalDate lastOn,
      Told.Content content) {

    static Written of(Told told) {
      return new Written(
          told.id(),
          told.sequence(),
          told.state(),
          told.changedAt(),
          told.content().when().lastDay(),
          told.content());
    }
  }

  /** The last day of what is known for the longest time. */
  static LocalDate oldest(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DAYS_KEPT);
  }

  Uni<List<Told>> of(Mutiny.Session session, UUID person) {
    return Rows.unflushed(session, OF_PERSON).bind("person", person).list(ToldRows::read);
  }

  Uni<Void> write(Mutiny.Session session, UUID person, List<Told> changed) {
    return changed.isEmpty()
        ? Uni.createFrom().voidItem()
        : session
            .createNativeQuery(WRITE, new AffectedEntities())
            .setParameter("person", person)
            .setParameter(
                "rows",
                Json.write(
                    changed.stream()
                        .sorted(Comparator.comparing(told -> told.id().toString()))
                        .map(Written::of)
                        .toList()))
            .executeUpdate()
            .replaceWithVoid();
  }

  /** Forgets what is long over, and what was cancelled so long ago that everybody was told. */
  Uni<Integer> forget(Mutiny.Session session, Instant now) {
    return session
        .createNativeQuery(FORGET, new AffectedEntities())
        .setParameter("day", oldest(now))
        .setParameter("at", now.minus(Told.CANCELLED_KEPT).atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }

  private static Told read(Row row) {
    return new Told(
        row.uuid("id"),
        row.bigint("sequence"),
        row.constant("state", EntryState.class),
        row.instant("changed_at"),
        row.json("content", Told.Content.class));
  }
}
