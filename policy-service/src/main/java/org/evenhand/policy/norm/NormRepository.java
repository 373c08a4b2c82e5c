package org.evenhand.policy.norm;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Collection;
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

  /** What a norm says never changes, nor in whose words it was agreed on. */
  private static final String KEEP =
      """
      insert into norm (id, policy_id, number, criterion, ordinal, sentence, agreed_at)
      values (:id, :policy, :number, :criterion, :ordinal, :sentence, :at)
      on conflict do nothing
      """;

  /** A window may have to hear it all the same, so its sentence stays here. */
  private static final String EXPIRE = "update norm set holds = false where id = ?1";

  /** One that was agreed on in the words of a later version says nothing of an earlier one. */
  private static final String OF_VERSION =
      """
      select id, criterion, ordinal, sentence from norm
      where policy_id = :policy and number <= :number and holds
      order by id
      """;

  private static final String FORGET = "delete from norm where id = any (cast(:ids as uuid[]))";

  private static final String FORGET_COMMENTS =
      """
      update policy_comment set text = '[Removed]', lock_version = lock_version + 1
      where norm_id = any (cast(:ids as uuid[])) returning id
      """;

  /**
   * One that expired before any window could hear it is heard once all the same: it was agreed on
   * while the version was signed that words its anchor anew. A consultation answers for good only
   * where its version has come into force; and whoever opens one again is told nothing twice.
   * Whoever forgets one meanwhile waits, and then finds the comment that says it.
   */
  private static final String UNHEARD =
      """
      select n.id, n.criterion, n.ordinal, n.sentence from norm n
      where n.policy_id = :policy and n.number < :number
        and not exists (
          select 1 from policy_comment c join policy_version v on v.id = c.version_id
          where c.norm_id = n.id
            and (v.id = :version or not n.holds
                 or v.state in ('EFFECTIVE', 'SUPERSEDED', 'RETIRED')))
      order by n.id
      for share of n
      """;

  Uni<Void> keep(Mutiny.Session session, NormTold told) {
    return told.sentence() == null ? expire(session, told.normId()) : add(session, told);
  }

  private static Uni<Void> add(Mutiny.Session session, NormTold told) {
    return session
        .createNativeQuery(KEEP, new AffectedEntities())
        .setParameter("id", told.normId())
        .setParameter("policy", told.policyId())
        .setParameter("number", told.agreedVersion())
        .setParameter("criterion", told.criterion())
        .setParameter("ordinal", told.ordinal())
        .setParameter("sentence", told.sentence())
        .setParameter("at", told.agreedAt().atOffset(ZoneOffset.UTC))
        .executeUpdate()
        .replaceWithVoid();
  }

  private static Uni<Void> expire(Mutiny.Session session, UUID id) {
    return session
        .createNativeQuery(EXPIRE, new AffectedEntities())
        .setParameter(1, id)
        .executeUpdate()
        .replaceWithVoid();
  }

  /**
   * They go, and so do their sentences in what consultations have heard.
   *
   * @return the comments that said them
   */
  Uni<List<UUID>> forget(Mutiny.Session session, Collection<UUID> gone) {
    UUID[] ids = gone.toArray(UUID[]::new);
    return session
        .createNativeQuery(FORGET, new AffectedEntities())
        .setParameter("ids", ids)
        .executeUpdate()
        .chain(
            () -> Rows.of(session, FORGET_COMMENTS).bind("ids", ids).list(row -> row.uuid("id")));
  }

  /** Those that hold, as far as they may be about the anchors of a version. */
  public Uni<List<Norm>> of(Mutiny.Session session, PolicyVersion version) {
    return Rows.unflushed(session, OF_VERSION)
        .bind("policy", version.policyId())
        .bind("number", version.number())
        .list(NormRepository::norm);
  }

  /** Those that the consultation of a version has still to hear. */
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
