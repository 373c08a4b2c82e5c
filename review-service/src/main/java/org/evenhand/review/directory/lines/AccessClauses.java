package org.evenhand.review.directory.lines;

/**
 * The clauses that decide who sees whom, as native SQL over {@code reporting_line} and {@code
 * hr_assignment}. A list and a single object are read through the same clause, so that they cannot
 * disagree. Each argument is an SQL expression of the query's own, never input. The query binds its
 * parameters with {@link Viewer#bind}.
 */
public final class AccessClauses {

  private AccessClauses() {}

  /** The viewer is above the employee by LINE, at any depth. */
  public static String lineBelow(String employee) {
    return """
    exists (select 1 from reporting_line below
            where below.above = :viewer and below.employee = %s and below.relationship = 'LINE')
    """
        .formatted(employee);
  }

  /** The employee is above the viewer, by either relationship. */
  public static String lineAbove(String employee) {
    return """
    exists (select 1 from reporting_line up
            where up.employee = :viewer and up.above = %s)
    """
        .formatted(employee);
  }

  /** The person has asked the viewer to act for them today. */
  public static String actsFor(String person) {
    return """
    (%s in (select asked.from_id from delegation asked
            where asked.to_id = :viewer and asked.revoked_at is null
              and asked.first_day <= :today and asked.last_day >= :today))
    """
        .formatted(person);
  }

  /**
   * The viewer serves the unit as HR today, and the employee is neither the viewer nor above or
   * below them: one's own record and chain are closed to this door.
   */
  public static String hrOf(String employee, String orgUnit) {
    return """
    (exists (select 1 from hr_assignment served
             where served.hr_employee = :viewer and served.org_unit = %2$s
               and served.valid_from <= :today
               and (served.valid_to is null or served.valid_to >= :today))
     and %3$s)
    """
        .formatted(employee, orgUnit, outsideOwnChain(employee));
  }

  /** The employee is neither the viewer nor above or below them by either relationship. */
  public static String outsideOwnChain(String employee) {
    return outsideChain(employee, ":viewer");
  }

  /** The employee is neither this other one nor above or below them by either relationship. */
  public static String outsideChain(String employee, String other) {
    return """
    (%1$s <> %2$s and not exists (
       select 1 from reporting_line chain
       where (chain.above = %2$s and chain.employee = %1$s)
          or (chain.employee = %2$s and chain.above = %1$s)))
    """
        .formatted(employee, other);
  }

  /**
   * Of a row that keeps who led the person when it was looked at last, with its assignment {@code
   * a}: that one is the viewer, and leads them still, or is next up where whoever does has left.
   * What ended before somebody came isn't theirs, and nothing of the time before a rehire is.
   */
  public static String leadsStill(String row) {
    return """
    (%1$s.manager_id = :viewer and a.started_on = %1$s.assignment_since
      and (a.line_manager_id = :viewer or a.line_manager_id in (
        select gone.id from employee gone
        join reporting_line below on below.employee = gone.id and below.relationship = 'LINE'
        where below.above = :viewer and gone.status = 'TERMINATED')))
    """
        .formatted(row);
  }
}
