package org.evenhand.kit.data.duty;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/** The charter in force, as this service has it. */
final class CharterTerms {

  private static final String IN_FORCE =
      "select cast(charter as text) as charter from duty_charter order by version desc limit 1";

  private static final String KEEP =
      """
      insert into duty_charter (subject, version, charter)
      values (?1, ?2, cast(cast(?3 as text) as jsonb))
      on conflict (subject) do update set version = excluded.version, charter = excluded.charter
      """;

  private static final String REMOVE =
      """
      delete from duty_charter where subject in (select cast(c as uuid)
        from jsonb_array_elements_text(cast(cast(?1 as text) as jsonb)) c)
      """;

  private CharterTerms() {}

  static Uni<Charter> inForce(Mutiny.Session session) {
    return Rows.unflushed(session, IN_FORCE)
        .atMostOne(row -> row.json("charter", Charter.class))
        .map(found -> found.orElse(Charter.NONE));
  }

  static Uni<Void> keep(Mutiny.Session session, UUID subject, Charter charter) {
    return session
        .createNativeQuery(KEEP, new AffectedEntities())
        .setParameter(1, subject)
        .setParameter(2, charter.version())
        .setParameter(3, Json.write(charter))
        .executeUpdate()
        .replaceWithVoid();
  }

  static Uni<Void> remove(Mutiny.Session session, Collection<UUID> subjects) {
    return subjects.isEmpty()
        ? Uni.createFrom().voidItem()
        : session
            .createNativeQuery(REMOVE, new AffectedEntities())
            .setParameter(1, Json.write(subjects))
            .executeUpdate()
            .replaceWithVoid();
  }
}
