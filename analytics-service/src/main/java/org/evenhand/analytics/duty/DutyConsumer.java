package org.evenhand.analytics.duty;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.StateHandler;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps how each duty of all services stands. */
@ApplicationScoped
public class DutyConsumer implements StateHandler {

  private static final String KEEP =
      """
      insert into duty_told (id, kind, side, due_on, state, late)
      select * from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
        as d (id uuid, kind text, side text, "dueOn" date, state text, late boolean)
      order by 1
      on conflict (id) do update set due_on = excluded.due_on, state = excluded.state,
        late = excluded.late
      """;

  private static final String FORGET =
      """
      delete from duty_told where id in (select cast(x as uuid)
        from jsonb_array_elements_text(cast(cast(:rows as text) as jsonb)) x)
      """;

  @Override
  public String topic() {
    return "evenhand.internal.duties";
  }

  @Override
  public Uni<Void> keep(Mutiny.Session session, List<ReceivedEvent> states, Set<UUID> erased) {
    return run(session, KEEP, states.stream().map(DutyChanged::of).toList())
        .chain(() -> run(session, FORGET, List.copyOf(erased)));
  }

  private static Uni<Void> run(Mutiny.Session session, String sql, List<?> rows) {
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : session
            .createNativeQuery(sql, new AffectedEntities())
            .setParameter("rows", Json.write(rows))
            .executeUpdate()
            .replaceWithVoid();
  }
}
