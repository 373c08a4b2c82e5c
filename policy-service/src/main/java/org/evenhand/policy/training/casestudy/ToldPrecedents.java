package org.evenhand.policy.training.casestudy;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.StateHandler;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps what calibration-service publishes, as long as it is published. */
@ApplicationScoped
public class ToldPrecedents implements StateHandler, PublishedPrecedents {

  private static final String KEEP =
      """
      insert into precedent_text (id, policy_id, number, criterion, ordinal, body)
      select t."precedentId", t."policyId", t."policyVersion", t.criterion, t.ordinal, t.text
      from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as t ("precedentId" uuid,
        "policyId" uuid, "policyVersion" integer, criterion text, ordinal integer, text text)
      order by 1
      on conflict (id) do update set policy_id = excluded.policy_id, number = excluded.number,
        criterion = excluded.criterion, ordinal = excluded.ordinal, body = excluded.body
      """;

  private static final String FORGET =
      "delete from precedent_text where id = any (cast(:ids as uuid[]))";

  private static final String STUDIES =
      """
      select distinct completion_id from training_case
      where precedent_id = any (cast(:ids as uuid[]))
      order by completion_id
      """;

  private static final String OF =
      """
      select t.id, t.criterion, t.body, t.ordinal,
             jsonb_array_length(v.content -> 'scale' -> 'levels') as levels
      from precedent_text t
      join policy_version v on v.policy_id = t.policy_id and v.number = t.number
      where t.id = any (cast(:ids as uuid[]))
      """;

  private final Idempotency idempotency;

  ToldPrecedents(Idempotency idempotency) {
    this.idempotency = idempotency;
  }

  @Override
  public String topic() {
    return "evenhand.internal.precedents";
  }

  @Override
  public Uni<Void> keep(Mutiny.Session session, List<ReceivedEvent> states, Set<UUID> erased) {
    List<PrecedentTold> told = states.stream().map(PrecedentTold::of).toList();
    return keep(session, told).chain(() -> forget(session, erased));
  }

  private static Uni<Void> keep(Mutiny.Session session, List<PrecedentTold> told) {
    return told.isEmpty()
        ? Uni.createFrom().voidItem()
        : session
            .createNativeQuery(KEEP, new AffectedEntities())
            .setParameter("rows", Json.write(told))
            .executeUpdate()
            .replaceWithVoid();
  }

  /** Whoever studied one has its words in remembered answers. */
  private Uni<Void> forget(Mutiny.Session session, Set<UUID> gone) {
    UUID[] ids = gone.toArray(UUID[]::new);
    return gone.isEmpty()
        ? Uni.createFrom().voidItem()
        : session
            .createNativeQuery(FORGET, new AffectedEntities())
            .setParameter("ids", ids)
            .executeUpdate()
            .chain(
                () ->
                    Rows.of(session, STUDIES)
                        .bind("ids", ids)
                        .list(row -> row.uuid("completion_id")))
            .chain(studies -> idempotency.takeWords(session, studies));
  }

  @Override
  public Uni<Map<UUID, Precedent>> of(Mutiny.Session session, Collection<UUID> ids) {
    return Rows.of(session, OF)
        .bind("ids", ids.toArray(UUID[]::new))
        .list(
            row ->
                new Precedent(
                    row.uuid("id"),
                    row.orNull("criterion", Row::text),
                    row.text("body"),
                    row.integer("levels"),
                    row.integer("ordinal")))
        .map(found -> found.stream().collect(Collectors.toMap(Precedent::id, Function.identity())));
  }
}
