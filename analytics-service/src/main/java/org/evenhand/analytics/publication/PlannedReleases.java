package org.evenhand.analytics.publication;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.mutiny.Mutiny;

/** On which days the moments of a cycle are expected, as its milestones say. */
@ApplicationScoped
public class PlannedReleases {

  private static final String FORGET = "delete from planned_release where cycle_id = :cycle";

  private static final String KEEP =
      """
      insert into planned_release (cycle_id, moment, day)
      select cast(:cycle as uuid), r.moment, r.day
      from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (moment text, day date)
      """;

  private record Planned(Moment moment, LocalDate day) {}

  /** Expects these and no others of the cycle; none of one that is given up. */
  public Uni<Void> expect(Mutiny.Session session, UUID cycleId, Map<Moment, LocalDate> days) {
    List<Planned> planned =
        days.entrySet().stream().map(day -> new Planned(day.getKey(), day.getValue())).toList();
    return session
        .createNativeQuery(FORGET)
        .setParameter("cycle", cycleId)
        .executeUpdate()
        .chain(
            () ->
                session
                    .createNativeQuery(KEEP)
                    .setParameter("cycle", cycleId)
                    .setParameter("rows", Json.write(planned))
                    .executeUpdate())
        .replaceWithVoid();
  }
}
