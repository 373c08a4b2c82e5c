package org.evenhand.review.growth.upward;

/**
 * Who would read what is written about a manager. They know their own answer, so that one fewer
 * hides the others: they aren't asked, and whoever has become one is not counted.
 */
public final class UpwardReaders {

  /**
   * Reads {@code manager}, a relation of one row of {@code id} and {@code unit}; {@code :today}.
   * Whoever serves the unit and is below the manager reads nothing yet, but would once they move.
   *
   * @param person an SQL expression of the query's own, a uuid
   */
  public static String include(String person) {
    return """
    (exists (select 1 from reporting_line up
       where up.employee = manager.id and up.above = %1$s and up.relationship = 'LINE')
     or exists (select 1 from hr_assignment served
       where served.hr_employee = %1$s and served.org_unit = manager.unit
         and (served.valid_to is null or served.valid_to >= :today))
     or exists (select 1 from review r
       where r.employee_id = manager.id
         and r.phase not in ('SHARED', 'ACKNOWLEDGED', 'FINAL', 'NOT_RATED', 'CANCELLED')
         and (r.reviewer_id = %1$s or exists (select 1 from delegation asked
           where asked.from_id = r.reviewer_id and asked.to_id = %1$s
             and asked.revoked_at is null and asked.last_day >= :today))))
    """
        .formatted(person);
  }

  private UpwardReaders() {}
}
