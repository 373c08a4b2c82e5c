package org.evenhand.calibration.training;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.StateHandler;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps what policy-service tells of training. */
@ApplicationScoped
class TrainingConsumer implements StateHandler {

  private static final String MODULES =
      """
      insert into training_module (id, title, required_for, topics, offered_at, retired_at)
      select m."moduleId", m.title, m."requiredFor", coalesce(m.topics, '[]'), m."offeredAt",
             m."retiredAt"
      from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as m ("moduleId" uuid,
        title text, "requiredFor" jsonb, topics jsonb, "offeredAt" timestamptz, "retiredAt" timestamptz)
      order by 1
      on conflict (id) do update set title = excluded.title,
        required_for = excluded.required_for, topics = excluded.topics, offered_at = excluded.offered_at,
        retired_at = excluded.retired_at
      """;

  private static final String HELD =
      """
      insert into training_held (id, module_id, person_id, held, valid_until, held_at)
      select h."completionId", h."moduleId", h."personId", h.held, h."validUntil",
             case when h.held then h.at end
      from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as h ("completionId" uuid,
        "moduleId" uuid, "personId" uuid, held boolean, "validUntil" date, at timestamptz)
      order by 1
      on conflict (id) do update set held = excluded.held, valid_until = excluded.valid_until,
        held_at = coalesce(training_held.held_at, excluded.held_at)
      """;

  /** A subject is either; no two share an id. */
  private static final String FORGET =
      """
      with gone as (select cast(x as uuid) as id
        from jsonb_array_elements_text(cast(cast(:rows as text) as jsonb)) x),
      modules as (delete from training_module where id in (select id from gone))
      delete from training_held where id in (select id from gone)
      """;

  private final List<TrainingListener> listeners;

  TrainingConsumer(@All List<TrainingListener> listeners) {
    this.listeners = listeners;
  }

  @Override
  public String topic() {
    return "evenhand.internal.training";
  }

  @Override
  public Uni<Void> keep(Mutiny.Session db, List<ReceivedEvent> states, Set<UUID> erased) {
    List<HeldTold> held = of(states, HeldTold.TYPE).map(HeldTold::of).toList();
    List<ModuleTold> modules = of(states, ModuleTold.TYPE).map(ModuleTold::of).toList();
    return run(db, MODULES, modules)
        .chain(() -> run(db, HELD, held))
        .chain(() -> run(db, FORGET, erased))
        .chain(() -> tell(db, held.stream().map(HeldTold::personId).collect(Collectors.toSet())))
        .chain(
            () ->
                modules.stream()
                    .map(ModuleTold::offeredAt)
                    .min(Comparator.naturalOrder())
                    .map(first -> tell(listener -> listener.modulesChanged(db, first)))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Void> tell(Mutiny.Session db, Set<UUID> people) {
    return people.isEmpty()
        ? Uni.createFrom().voidItem()
        : tell(listener -> listener.trainingChanged(db, people));
  }

  private Uni<Void> tell(Function<TrainingListener, Uni<Void>> what) {
    return Multi.createFrom()
        .iterable(listeners)
        .onItem()
        .transformToUniAndConcatenate(what::apply)
        .collect()
        .last();
  }

  private static Stream<ReceivedEvent> of(List<ReceivedEvent> states, String type) {
    return states.stream().filter(event -> event.type().equals(type));
  }

  private static Uni<Void> run(Mutiny.Session db, String sql, Collection<?> rows) {
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : db.createNativeQuery(sql, new AffectedEntities())
            .setParameter("rows", Json.write(rows))
            .executeUpdate()
            .replaceWithVoid();
  }
}
