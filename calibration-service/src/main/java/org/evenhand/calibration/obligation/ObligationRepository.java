package org.evenhand.calibration.obligation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.quarter.Quarter;
import org.hibernate.reactive.mutiny.Mutiny;

/** Queries for obligations. */
@ApplicationScoped
class ObligationRepository {

  private static final String OF_QUARTER =
      """
      select id from calibration_obligation where manager_id = :manager and first_day = :first
      """;

  /** What lapsed with a quarter that is over stays so: whoever comes back owes nothing of it. */
  private static final String UNMET =
      """
      select o.id from calibration_obligation o
      where o.manager_id = :manager and o.noted < o.owed
        and (o.first_day >= :present
          or exists (select 1 from duty d
                     where d.kind = '%s' and d.subject = o.id and d.closed_at is null))
      order by o.id
      """
          .formatted(CheckDuty.CALIBRATION_CHECK.name());

  /** Nobody else changes it until the commit. */
  Uni<Optional<Obligation>> held(Mutiny.Session db, UUID id) {
    return db.find(Obligation.class, id, LockModeType.PESSIMISTIC_WRITE).map(Optional::ofNullable);
  }

  /** That of a quarter, held. */
  Uni<Optional<Obligation>> held(Mutiny.Session db, UUID manager, Quarter quarter) {
    return Rows.of(db, OF_QUARTER)
        .bind("manager", manager)
        .bind("first", quarter.first())
        .atMostOne(row -> row.uuid("id"))
        .chain(
            found ->
                found
                    .map(id -> held(db, id))
                    .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  /**
   * Those of which something is still to be done.
   *
   * @param present the quarter that it is at the place of the manager
   */
  Uni<List<UUID>> unmet(Mutiny.Session db, UUID manager, Quarter present) {
    return Rows.of(db, UNMET)
        .bind("manager", manager)
        .bind("present", present.first())
        .list(row -> row.uuid("id"));
  }

  Uni<List<Obligation>> all(Mutiny.Session db, Collection<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(List.of())
        : db.createSelectionQuery("from Obligation where id in (:ids)", Obligation.class)
            .setParameter("ids", ids)
            .getResultList();
  }
}
