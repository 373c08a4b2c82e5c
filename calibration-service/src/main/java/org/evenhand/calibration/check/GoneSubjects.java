package org.evenhand.calibration.check;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Which checks look at what isn't open to the manager any more: a text whose person has left, has
 * objected, or works for them by now, a score that was taken out, a precedent that was withdrawn,
 * or a review without anchors.
 */
@ApplicationScoped
class GoneSubjects {

  private static final String GONE =
      """
      select k.id
      from calibration_check k
      where k.id = any (cast(:ids as uuid[])) and k.state = 'BEGUN'
        and not (
          exists (
            select 1 from pool_review r
            join cycle c on c.id = r.cycle_id
            join policy_version v on v.policy_id = c.policy_id and v.version = c.policy_version
            where r.id = k.review_id)
          and case k.kind
            when 'BLIND_SCORE' then exists (
              select 1 from score s where s.sample_id = k.sample_id and s.rater_id = k.manager_id)
            when 'PRECEDENT' then exists (
              select 1 from precedent p where p.id = k.precedent_id and p.state <> 'WITHDRAWN')
            else exists (
              select 1 from exercise_sample e join pool_review r on r.id = e.review_id
              where e.id = k.sample_id
                and of_others(k.manager_id, array(select managers_of(k.manager_id)), r))
            end)
      """;

  /** Those of the checks, by their ids. */
  Uni<Set<UUID>> among(Mutiny.Session db, Collection<UUID> checks) {
    return Rows.of(db, GONE)
        .bind("ids", checks.toArray(UUID[]::new))
        .list(row -> row.uuid("id"))
        .map(Set::copyOf);
  }
}
