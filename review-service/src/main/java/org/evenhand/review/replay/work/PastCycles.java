package org.evenhand.review.replay.work;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.review.rating.Origin;
import org.evenhand.review.rating.Scale;
import org.hibernate.reactive.mutiny.Mutiny;

/** Looks up what is asked for by its id alone: a cycle of ours, or one that was imported. */
final class PastCycles {

  private static final String FOUND =
      """
      select k.key, k.origin, c.state = 'CLOSED' as closed, c.policy_id,
        cast(c.plan ->> 'periodEnd' as date) as period_end,
        jsonb_array_length(p.content #> '{scale,levels}') as scale_size,
        cast(p.content #>> '{scale,favourableFrom}' as int) as favourable_from,
        (select count(*) from review r where r.cycle_id = c.id) as ratings
      from cycle_key k join cycle c on c.id = k.cycle_id
        join policy_version p on p.policy_id = c.policy_id and p.version = c.policy_version
      where k.cycle_id = :id and c.state <> 'DRAFT'
      union all
      select k.key, k.origin, true, null, max(r.period_end), h.scale_size, h.favourable_from,
        count(*)
      from cycle_key k join history_cycle h using (cycle_id)
        join history_rating r using (cycle_id)
      where k.cycle_id = :id
      group by k.key, k.origin, h.scale_size, h.favourable_from
      """;

  private PastCycles() {}

  static Uni<Optional<PastCycle>> find(Mutiny.Session session, UUID id) {
    return Rows.of(session, FOUND).bind("id", id).atMostOne(PastCycles::of);
  }

  private static PastCycle of(Row row) {
    return new PastCycle(
        row.text("key"),
        row.constant("origin", Origin.class),
        row.flag("closed"),
        row.orNull("policy_id", Row::uuid),
        row.day("period_end"),
        new Scale(row.integer("scale_size"), row.integer("favourable_from")),
        row.bigint("ratings"));
  }
}
