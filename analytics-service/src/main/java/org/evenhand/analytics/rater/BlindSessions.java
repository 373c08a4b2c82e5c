package org.evenhand.analytics.rater;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps the blind scores that calibration sessions have revealed. No single one is ever shown. */
@ApplicationScoped
public class BlindSessions {

  private static final String KEEP =
      """
      insert into blind_session
      select s.* from jsonb_populate_recordset(
        cast(null as blind_session), cast(cast(:sessions as text) as jsonb)) s
      order by s.session_id
      on conflict (session_id) do update set
        cycle_id = excluded.cycle_id, scale_size = excluded.scale_size,
        raters = excluded.raters, revealed_at = excluded.revealed_at
      """;

  private static final String READ =
      """
      select session_id, cast(raters as text) as raters, revealed_at
      from blind_session
      where cycle_id = :cycle and scale_size = :scaleSize
        and raters @> cast(cast(:among as text) as jsonb)
      order by revealed_at, session_id
      """;

  private static final TypeReference<List<BlindSession.Row>> RATERS = new TypeReference<>() {};

  /** As an event holds it, once for each session. */
  public Uni<Void> keep(Mutiny.Session session, List<BlindSession> revealed) {
    if (revealed.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return session
        .createNativeQuery(KEEP)
        .setParameter("sessions", Json.write(revealed))
        .executeUpdate()
        .replaceWithVoid();
  }

  /**
   * What the sessions of a cycle say of its raters, on one scale.
   *
   * @param rater of whom alone it is asked; empty for all
   */
  Uni<BlindSeverities> of(
      Mutiny.Session session, Cycle cycle, int scaleSize, Optional<UUID> rater) {
    return Rows.of(session, READ)
        .bind("cycle", cycle.id())
        .bind("scaleSize", scaleSize)
        .bind("among", Json.write(rater.stream().map(id -> Map.of("raterId", id)).toList()))
        .list(row -> stored(cycle, scaleSize, row))
        .map(BlindSeverities::new);
  }

  private static BlindSession stored(Cycle cycle, int scaleSize, Row row) {
    return new BlindSession(
        row.uuid("session_id"),
        cycle.id(),
        scaleSize,
        row.json("raters", RATERS),
        row.instant("revealed_at"));
  }
}
