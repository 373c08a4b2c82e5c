package org.evenhand.policy.governance.agenda;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.evenhand.kit.data.consume.StateHandler;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.duty.Side;
import org.evenhand.kit.data.json.Json;
import org.evenhand.policy.PolicySettings;
import org.evenhand.policy.governance.AgendaItem;
import org.evenhand.policy.governance.AgendaTopic;
import org.evenhand.policy.governance.GovernanceReview;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * The duties of all services that are late and open, by side; others are not kept. A side is named
 * from the least group on, because all employees read the agenda.
 */
@ApplicationScoped
class LateDuties implements StateHandler, AgendaSource {

  private static final Set<String> OPEN = Set.of("DUE", "OVERDUE", "ESCALATED");

  private static final String KEEP =
      """
      insert into late_duty (id, side)
      select id, side from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
        as d (id uuid, side text)
      order by 1
      on conflict (id) do nothing
      """;

  private static final String FORGET =
      """
      delete from late_duty where id in (select cast(x as uuid)
        from jsonb_array_elements_text(cast(cast(:rows as text) as jsonb)) x)
      """;

  private static final String BY_SIDE =
      "select side, count(*) as late from late_duty group by side having count(*) >= :least"
          + " order by side";

  private final int leastGroup;

  LateDuties(PolicySettings settings) {
    this.leastGroup = settings.leastGroup();
  }

  /** What this service reads of {@code org.evenhand.duty.changed.v1}. */
  private record DutyTold(
      @Nullable UUID id, @Nullable Side side, @Nullable String state, boolean late) {

    static DutyTold of(ReceivedEvent event) {
      DutyTold told = event.as(DutyTold.class);
      if (told.side() == null || told.state() == null || !event.subjectId().equals(told.id())) {
        throw new RefusedEvent("side and state must be there, and the id that is the subject");
      }
      return told;
    }

    /**
     * Not all that has escalated is late: what waits for somebody away passes on before its day.
     */
    boolean isOpenAndLate() {
      return late && state != null && OPEN.contains(state);
    }
  }

  @Override
  public String topic() {
    return "evenhand.internal.duties";
  }

  @Override
  public Uni<Void> keep(Mutiny.Session session, List<ReceivedEvent> states, Set<UUID> erased) {
    List<DutyTold> told = states.stream().map(DutyTold::of).toList();
    return run(session, KEEP, told.stream().filter(DutyTold::isOpenAndLate).toList())
        .chain(
            () ->
                run(
                    session,
                    FORGET,
                    told.stream().filter(duty -> !duty.isOpenAndLate()).map(DutyTold::id).toList()))
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

  @Override
  public Uni<List<AgendaItem>> items(
      Mutiny.Session session, GovernanceReview review, Instant since) {
    return Rows.of(session, BY_SIDE)
        .bind("least", leastGroup)
        .list(row -> AgendaItem.of(AgendaTopic.LATE_DUTIES, row.text("side"), row.bigint("late")));
  }
}
