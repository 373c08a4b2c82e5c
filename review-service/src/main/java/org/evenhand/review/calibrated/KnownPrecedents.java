package org.evenhand.review.calibrated;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/** Knows which precedents everybody can read. */
@ApplicationScoped
public class KnownPrecedents {

  private static final String KEEP =
      "insert into known_precedent (id, policy_id) values (:id, :policy) on conflict do nothing";

  private static final String FORGET = "delete from known_precedent where id = ?1";

  private static final String KNOWN =
      "select 1 from known_precedent where id = :id and policy_id = :policy";

  Uni<Void> published(Mutiny.Session session, PrecedentTold told) {
    return session
        .createNativeQuery(KEEP, new AffectedEntities())
        .setParameter("id", told.precedentId())
        .setParameter("policy", told.policyId())
        .executeUpdate()
        .replaceWithVoid();
  }

  Uni<Void> withdrawn(Mutiny.Session session, PrecedentTold told) {
    return session
        .createNativeQuery(FORGET, new AffectedEntities())
        .setParameter(1, told.precedentId())
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Whether one of a policy is out, also where its version is no longer in force. */
  public Uni<Boolean> isOut(Mutiny.Session session, UUID precedent, UUID policy) {
    return Rows.unflushed(session, KNOWN).bind("id", precedent).bind("policy", policy).any();
  }
}
