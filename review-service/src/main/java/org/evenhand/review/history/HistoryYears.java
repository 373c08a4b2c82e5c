package org.evenhand.review.history;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.data.outbox.Outbox;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * When each imported cycle ended, by the newest of its ratings. policy-service is told: where such
 * a year is, another scale can be replayed before anybody signs it.
 */
@ApplicationScoped
class HistoryYears {

  private static final String TOPIC = "evenhand.internal.past-cycles";
  private static final String TYPE = "org.evenhand.past-cycle.recorded.v1";

  /** In one order, so that two imports don't wait for each other. */
  private static final String END =
      """
      with told as (
        select cycle.cycle_id, ends."periodEnd" as period_end
        from jsonb_to_recordset(cast(cast(:ends as text) as jsonb))
            as ends("cycleId" uuid, "periodEnd" date)
          join history_cycle cycle on cycle.cycle_id = ends."cycleId"
        order by cycle.cycle_id
        for no key update of cycle
      )
      update history_cycle cycle set period_end = told.period_end
      from told
      where cycle.cycle_id = told.cycle_id
        and (cycle.period_end is null or cycle.period_end < told.period_end)
      returning cycle.cycle_id, cycle.period_end
      """;

  private final Outbox outbox;

  HistoryYears(Outbox outbox) {
    this.outbox = outbox;
  }

  private record Year(UUID cycleId, LocalDate periodEnd) {
    static Year of(Row row) {
      return new Year(row.uuid("cycle_id"), row.day("period_end"));
    }
  }

  /** It tells of what is later than what it has told. */
  Uni<Void> ended(Mutiny.Session session, Collection<HistoryEvents.Told> ratings) {
    return ratings.isEmpty()
        ? Uni.createFrom().voidItem()
        : Rows.unflushed(session, END)
            .bind("ends", Json.write(ends(ratings)))
            .list(Year::of)
            .map(later -> later.stream().map(HistoryYears::event).toList())
            .chain(events -> outbox.append(session, events));
  }

  private static List<Year> ends(Collection<HistoryEvents.Told> ratings) {
    Map<UUID, LocalDate> last =
        ratings.stream()
            .collect(
                Collectors.toMap(
                    told -> told.cycle().id(),
                    told -> told.rating().said().periodEnd(),
                    (one, other) -> one.isAfter(other) ? one : other));
    return last.entrySet().stream().map(each -> new Year(each.getKey(), each.getValue())).toList();
  }

  /** Its end rises, and so it is the sequence. */
  private static OutboxEvent event(Year year) {
    String id = year.cycleId().toString();
    return new OutboxEvent(TOPIC, TYPE, id, id, Math.max(1, year.periodEnd().toEpochDay()), year);
  }
}
