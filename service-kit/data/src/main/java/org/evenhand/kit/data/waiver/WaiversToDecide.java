package org.evenhand.kit.data.waiver;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.duty.ProposedWaivers;
import org.evenhand.kit.data.duty.Side;
import org.evenhand.kit.data.duty.Worker;
import org.evenhand.kit.web.security.Roles;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Whom a proposal waits for: HR of the unit and hr-lead, who is never missing, and for one of HR
 * the manager of the person concerned or whoever looks after it too.
 */
@Singleton
class WaiversToDecide implements ProposedWaivers {

  private static final String ASKED =
      """
      select d.id, w.side
      from duty_waiver w
        join duty d on d.id = w.duty_id and d.since = w.since and d.closed_at is null
        left join colleague c on c.id = coalesce(d.about, d.holder_id)
        left join colleague h on h.id = d.holder_id
      where w.state = 'PROPOSED' and w.proposed_by <> :me
        and (:lead or :hr and (c.org_unit = any (cast(:units as text[]))
            or h.org_unit = any (cast(:units as text[])))
          or w.side = 'HR' and (c.manager_id = :me or d.responsible_id = :me))
      """;

  private static final String AMONG =
      """
      select d.id from duty_waiver w join duty d on d.id = w.duty_id and d.since = w.since
      where w.state = 'PROPOSED' and d.id = any (cast(:duties as uuid[]))
      """;

  @Override
  public List<String> operationsOfFirst() {
    return List.of(WaiverAction.PROPOSE.operation());
  }

  @Override
  public List<String> operationsOfSecond() {
    return WaiverAction.OF_THE_SECOND.stream().map(WaiverAction::operation).toList();
  }

  @Override
  public Uni<Map<UUID, Side>> toDecide(Mutiny.Session session, Worker worker) {
    return Rows.unflushed(session, ASKED)
        .bind("me", worker.person())
        .bind("lead", worker.roles().contains(Roles.HR_LEAD))
        .bind("hr", worker.roles().contains(Roles.HR))
        .bind("units", worker.hrUnits().toArray(String[]::new))
        .list(row -> Map.entry(row.uuid("id"), row.constant("side", Side.class)))
        .map(
            found ->
                found.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  @Override
  public Uni<Set<UUID>> among(Mutiny.Session session, Set<UUID> duties) {
    return Rows.unflushed(session, AMONG)
        .bind("duties", duties.toArray(UUID[]::new))
        .list(row -> row.uuid("id"))
        .map(Set::copyOf);
  }
}
