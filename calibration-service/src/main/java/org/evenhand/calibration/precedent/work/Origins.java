package org.evenhand.calibration.precedent.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/** What has to be known of a review before a precedent comes of it. */
@ApplicationScoped
class Origins {

  private static final String ONE =
      """
      select r.employee_id, c.policy_id, coalesce(c.policy_version, 0) as policy_version,
             coalesce(v.in_force, false) as in_force,
             coalesce(c.state = 'CLOSED', false) as cycle_closed,
             r.state = 'FINAL' as settled,
             (select count(distinct other.employee_id) from pool_review other
              where other.cycle_id = r.cycle_id and other.job_family = r.job_family
                and other.job_level = r.job_level
                and other.state not in ('NOT_RATED', 'CANCELLED')) as alike,
             exists (select 1 from person p
                     where p.id = r.employee_id and p.status = 'ACTIVE') as reachable,
             exists (select 1 from precedent_source s where s.review_id = r.id) as used
      from pool_review r
      left join cycle c on c.id = r.cycle_id
      left join policy_version v
        on v.policy_id = c.policy_id and v.version = c.policy_version
      where r.id = :review
      """;

  Uni<Optional<Origin>> of(Mutiny.Session db, UUID review) {
    return Rows.of(db, ONE).bind("review", review).atMostOne(Origins::read);
  }

  private static Origin read(Row row) {
    return new Origin(
        row.uuid("employee_id"),
        row.orNull("policy_id", Row::uuid),
        row.integer("policy_version"),
        row.flag("in_force"),
        row.flag("cycle_closed"),
        row.flag("settled"),
        row.bigint("alike"),
        row.flag("reachable"),
        row.flag("used"));
  }
}
