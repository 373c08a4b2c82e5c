package org.evenhand.policy.norm;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.policy.version.PolicyVersion;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/** Norms in the database. */
@ApplicationScoped
public class NormRepository {

  private static final String KEEP =
      """
      insert into norm (id, policy_id, number, criterion, ordinal, sentence, agreed_at)
      values (:id, :policy, :number, :criterion, :ordinal, :sentence, :at)
      on conflict do nothing
      """;

  private static final String EXPIRE = "update norm set holds = false where id = ?1";

  /** One that was agreed on in the words of a later version says nothing of an earlier one. */
  private static final String OF_VERSION =
      """
      select id, criterion, ordinal, sentence from norm
      where policy_id = :policy and number <= :number and holds
      order by id
      """;

  /**
   * A consultation answers for good only where its version has come into force; and whoever opens
   * one again is told nothing twice.
   */
  private static final String UNHEARD =
      """
      select n.id, n.criterion, n.ordinal, n.sentence from norm n
      where n.policy_id = :policy and n.number < :number and n.holds
        and not exists (
          select 1 from policy_comment c join policy_version v on v.id = c.version_id
          where c.norm_id = n.id
            and (v.id = :version or v.state in ('EFFECTIVE', 'SUPERSEDED', 'RETIRED')))
      order by n.id
      """;

  Uni<Void> keep(Mutiny.Session session, NormTold told) {
    return session
        .createNativeQuery(KEEP, new AffectedEntities())
        .setParameter("id", told.normId())
        .setParameter("policy", told.policyId())
        .setParameter("number", told.policyVersion())
        .setParameter("criterion", told.criterion())
        .setParameter("ordinal", told.ordinal())
        .setParameter("sentence", told.sentence())
        .setParameter("at", told.agreedAt().atOffset(ZoneOffset.UTC))
        .executeUpdate()
        .replaceWithVoid();
  }

  Uni<Void> expire(Mutiny.Session session, UUID id) {
    return session
        .createNativeQuery(EXPIRE, new AffectedEntities())
        .setParameter(1, id)
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Those that hold, as far as they may be about the anchors of a version. */
  public Uni<List<Norm>> of(Mutiny.Session session, PolicyVersion version) {
    return Rows.unflushed(session, OF_VERSION)
        .bind("policy", version.policyId())
        .bind("number", version.number())
        .list(NormRepository::norm);
  }

  /** Those that hold and that the consultation of a version has still to hear. */
  public Uni<List<Norm>> unheard(Mutiny.Session session, PolicyVersion version) {
    return Rows.unflushed(session, UNHEARD)
        .bind("policy", version.policyId())
        .bind("number", version.number())
        .bind("version", version.id())
        .list(NormRepository::norm);
  }

  private static Norm norm(Row row) {
    return new Norm(
        row.uuid("id"), row.text("criterion"), row.integer("ordinal"), row.text("sentence"));
  }
}
