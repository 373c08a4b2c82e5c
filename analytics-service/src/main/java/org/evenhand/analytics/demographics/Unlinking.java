package org.evenhand.analytics.demographics;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Parts what persons no longer declare from who they are. What was published of these persons
 * stays, and so do the rows by which later figures tell who differs; under ids that are nobody's.
 */
final class Unlinking {

  private static final String SNAPSHOTS =
      """
      with unlinked as materialized (
        select gone.*, gen_random_uuid() as review, gen_random_uuid() as employee
        from (
          select distinct s.cycle_id, s.dimension, s.review_id
          from demographics.pending_change change
          join demographics.declaration held
            on held.employee_id = change.employee_id and held.dimension = change.dimension
          join demographics.snapshot s
            on s.employee_id = change.employee_id and s.dimension = change.dimension
          where change.value is distinct from held.value) gone
      )
      update demographics.snapshot s set review_id = u.review, employee_id = u.employee
      from unlinked u
      where s.cycle_id = u.cycle_id and s.dimension = u.dimension and s.review_id = u.review_id
      """;

  private static final String YEARLY =
      """
      with unlinked as materialized (
        select gone.*, gen_random_uuid() as employee
        from (
          select distinct s.dimension, s.employee_id
          from demographics.pending_change change
          join demographics.declaration held
            on held.employee_id = change.employee_id and held.dimension = change.dimension
          join demographics.yearly_place s
            on s.employee_id = change.employee_id and s.dimension = change.dimension
          where change.value is distinct from held.value) gone
      )
      update demographics.yearly_place s set employee_id = u.employee
      from unlinked u
      where s.dimension = u.dimension and s.employee_id = u.employee_id
      """;

  private Unlinking() {}

  /** For the changes that are pending. */
  static Uni<Void> run(Mutiny.Session session) {
    return session
        .createNativeQuery(SNAPSHOTS)
        .executeUpdate()
        .chain(() -> session.createNativeQuery(YEARLY).executeUpdate())
        .replaceWithVoid();
  }
}
