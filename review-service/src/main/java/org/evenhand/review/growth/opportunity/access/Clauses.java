package org.evenhand.review.growth.opportunity.access;

import org.evenhand.review.directory.lines.AccessClauses;

/** The clauses by which opportunities and applications are seen; {@code o} is an opportunity. */
public final class Clauses {

  /** Whoever began it, for as long as they lead somebody in its unit. */
  static final String MANAGER = "(o.author_id = :viewer and " + leadsIn("o.org_unit") + ")";

  static final String ASSESSOR =
      """
      (o.id in (select s.opportunity_id from opportunity_assessor s
                where s.employee_id = :viewer))
      """;

  static final String APPLICANT =
      """
      (o.id in (select mine.opportunity_id from opportunity_application mine
                where mine.employee_id = :viewer))
      """;

  /** The day that has begun anywhere, so that nobody waits for midnight in Greenwich. */
  static final String ELIGIBLE =
      """
      (o.posted_on is not null and exists (
         select 1 from assignment a join employee e on e.id = a.employee_id
         where a.employee_id = :viewer and %s))
      """
          .formatted(eligible("o", "cast(:today as date) + 1"));

  private Clauses() {}

  /** The viewer serves the unit as HR today. */
  static String serves(String orgUnit) {
    return """
    (exists (select 1 from hr_assignment served
             where served.hr_employee = :viewer and served.org_unit = %s
               and served.valid_from <= :today
               and (served.valid_to is null or served.valid_to >= :today)))
    """
        .formatted(orgUnit);
  }

  /** The viewer is above somebody who works in the unit. */
  static String leadsIn(String orgUnit) {
    return """
    (exists (select 1 from reporting_line below
             join assignment led on led.employee_id = below.employee and led.ended_on is null
             where below.above = :viewer and below.relationship = 'LINE'
               and led.org_unit = %s))
    """
        .formatted(orgUnit);
  }

  /**
   * Whether {@code a}, an assignment, and {@code e}, its person, meet the rule on a day. Being away
   * keeps nobody from it.
   *
   * @param of the alias of what has the rule
   * @param day an SQL expression of the query's own
   */
  public static String eligible(String of, String day) {
    return "(a.ended_on is null and e.status <> 'TERMINATED' and "
        + String.join(
            " and ",
            isOpenTo(of, "jobFamilies", "a.job_family"),
            isOpenTo(of, "jobLevels", "a.job_level"),
            isOpenTo(of, "orgUnits", "a.org_unit"),
            isOpenTo(of, "workLocations", "a.work_location"),
            isOpenTo(of, "countries", "a.country"))
        + (" and e.hired_on <= %2$s - make_interval("
                + "months => cast(%1$s.eligibility ->> 'monthsOfService' as integer)))")
            .formatted(of, day);
  }

  private static String isOpenTo(String of, String side, String value) {
    return "(%1$s.eligibility -> '%2$s' = '[]' or %1$s.eligibility -> '%2$s' @> to_jsonb(%3$s))"
        .formatted(of, side, value);
  }

  /** Whoever applies themself has nothing to do with others who do; {@code p} is an application. */
  static final String NO_RIVAL =
      """
      (not exists (select 1 from opportunity_application mine
                   where mine.opportunity_id = p.opportunity_id and mine.employee_id = :viewer))
      """;

  /** Somebody may assess or decide about an applicant, whatever else they are. */
  static final String UNCONFLICTED =
      "(" + NO_RIVAL + " and " + AccessClauses.outsideOwnChain("p.employee_id") + ")";
}
