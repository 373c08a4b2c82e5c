package org.evenhand.policy.notice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.web.id.Ids;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/** Receipts in the database. */
@ApplicationScoped
public class AcknowledgementRepository {

  /** One receipt per person and stage, even when a person sends two at the same moment. */
  private static final String INSERT =
      """
      insert into acknowledgement (id, version_id, employee_id, stage, acknowledged_at)
      values (?1, ?2, ?3, ?4, ?5) on conflict (version_id, employee_id, stage) do nothing
      """;

  /** The stored receipt: this one or an earlier one. */
  public Uni<Acknowledgement> keep(
      Mutiny.Session session, UUID versionId, UUID employee, Stage stage, Instant at) {
    return session
        .createNativeQuery(INSERT, new AffectedEntities())
        .setParameter(1, Ids.next())
        .setParameter(2, versionId)
        .setParameter(3, employee)
        .setParameter(4, stage.name())
        .setParameter(5, at.atOffset(ZoneOffset.UTC))
        .executeUpdate()
        .chain(
            inserted ->
                session
                    .createSelectionQuery(
                        "from Acknowledgement a where a.versionId = :version"
                            + " and a.employeeId = :employee and a.stage = :stage",
                        Acknowledgement.class)
                    .setParameter("version", versionId)
                    .setParameter("employee", employee)
                    .setParameter("stage", stage)
                    .getSingleResult());
  }

  /**
   * @param of empty for the receipts of everyone
   */
  public Uni<List<Acknowledgement>> after(
      Mutiny.Session session, UUID versionId, Optional<UUID> of, UUID last, int most) {
    return session
        .createSelectionQuery(
            "from Acknowledgement a where a.versionId = :version and a.id > :last"
                + " and (:all = true or a.employeeId = :employee) order by a.id",
            Acknowledgement.class)
        .setParameter("version", versionId)
        .setParameter("last", last)
        .setParameter("all", of.isEmpty())
        .setParameter("employee", of.orElse(last))
        .setMaxResults(most)
        .getResultList();
  }
}
