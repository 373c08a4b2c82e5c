package org.evenhand.review.growth.remediation.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.evenhand.review.directory.HrChanges;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/** Lets plans be looked at whose HR may be somebody else now. */
@ApplicationScoped
class HrOfPlans implements HrChanges {

  private static final String LOOK =
      """
      insert into due_work (kind, subject, due_at, try_at)
      select '%s', p.id, :now, :now
      from remediation_plan p join assignment a on a.id = p.assignment_id
      where p.closed_on is null and (p.hr_id = :hr or a.org_unit in (
        select served.org_unit from hr_assignment served where served.hr_employee = :hr))
      on conflict (kind, subject) do nothing
      """
          .formatted(RemediationWatch.KIND);

  private final Clock clock;

  HrOfPlans(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Uni<Void> assigned(Mutiny.Session session, UUID hr) {
    return session
        .createNativeQuery(LOOK, new AffectedEntities())
        .setParameter("hr", hr)
        .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
        .executeUpdate()
        .replaceWithVoid();
  }
}
