package org.evenhand.calibration.session.sampling;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;
import org.evenhand.calibration.directory.PeopleListener;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/** Of whoever is erased no exercise keeps a copy of a text; the scores that it got stay. */
@ApplicationScoped
class ErasedTexts implements PeopleListener {

  private static final String ERASED =
      """
      with erased as materialized (
        select x as id from unnest(cast(:people as uuid[])) as x
        where not exists (select 1 from person p where p.id = x))
      update sample s set text = '{"parts": []}', objection = null
      from erased
      join pool_review r on r.employee_id = erased.id, calibration_session c
      where s.review_id = r.id and c.id = s.session_id and c.kind = 'EXERCISE'
      """;

  @Override
  public Uni<Void> peopleChanged(Mutiny.Session db, Collection<UUID> people) {
    return db.createNativeQuery(ERASED, new AffectedEntities())
        .setParameter("people", people.toArray(UUID[]::new))
        .executeUpdate()
        .replaceWithVoid();
  }
}
