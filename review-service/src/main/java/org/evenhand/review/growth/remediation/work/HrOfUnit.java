package org.evenhand.review.growth.remediation.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.review.directory.lines.AccessClauses;
import org.evenhand.review.growth.remediation.access.RemediationAccess;
import org.hibernate.reactive.mutiny.Mutiny;

/** HR that has to look at a plan: duties that nobody else may hear of are somebody's by name. */
@ApplicationScoped
class HrOfUnit {

  /** Reads {@code p}, a plan, and {@code a}, its assignment: whoever has it keeps it. */
  static final String OF_PLAN =
      next(RemediationAccess.onNoSide("hr.id"), "hr.id is distinct from p.hr_id, hr.id");

  /** Whoever proposes it leads the person, and so is none. */
  private static final String OF_ASSIGNMENT =
      "select %s as id from assignment a where a.id = :assignment".formatted(next("true", "hr.id"));

  private final Clock clock;

  HrOfUnit(Clock clock) {
    this.clock = clock;
  }

  private static String next(String suited, String order) {
    return """
    (select hr.id from hr_assignment served
     join employee hr on hr.id = served.hr_employee and hr.status = 'ACTIVE'
     cross join lateral (
       select cast(cast(:now as timestamptz) at time zone 'UTC' as date) as day) today
     where served.org_unit = a.org_unit and served.valid_from <= today.day
       and (served.valid_to is null or served.valid_to >= today.day)
       and %s and %s
     order by %s limit 1)
    """
        .formatted(AccessClauses.outsideChain("a.employee_id", "hr.id"), suited, order);
  }

  /** Outside of the person's chain; empty where nobody serves the unit. */
  Uni<Optional<UUID>> of(Mutiny.Session session, UUID assignment) {
    return Rows.of(session, OF_ASSIGNMENT)
        .bind("assignment", assignment)
        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
        .one(row -> Optional.ofNullable(row.orNull("id", Row::uuid)));
  }
}
