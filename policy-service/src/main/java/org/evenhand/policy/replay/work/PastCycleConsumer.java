package org.evenhand.policy.replay.work;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.consume.EventHandler;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Hears that another system has sent a year, of which the scale can be replayed. */
@ApplicationScoped
class PastCycleConsumer implements EventHandler {

  private static final String RECORDED = "org.evenhand.past-cycle.recorded.v1";

  private record Told(@Nullable UUID cycleId, @Nullable LocalDate periodEnd) {}

  @Override
  public String topic() {
    return "evenhand.internal.past-cycles";
  }

  @Override
  public Uni<Void> handle(Mutiny.Session session, List<ReceivedEvent> batch) {
    return Multi.createFrom()
        .iterable(batch)
        .filter(event -> event.type().equals(RECORDED))
        .onItem()
        .transformToUniAndConcatenate(event -> keep(session, event.as(Told.class)))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private static Uni<Void> keep(Mutiny.Session session, Told told) {
    if (told.cycleId() == null || told.periodEnd() == null) {
      throw new RefusedEvent("A past cycle names itself and when it ended");
    }
    return session
        .createNativeQuery(
            """
            insert into past_cycle (cycle_id, period_end) values (:cycle, :end)
            on conflict (cycle_id) do update set period_end = excluded.period_end
            """,
            new AffectedEntities())
        .setParameter("cycle", told.cycleId())
        .setParameter("end", told.periodEnd())
        .executeUpdate()
        .replaceWithVoid();
  }
}
