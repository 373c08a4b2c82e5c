package org.evenhand.review.growth.opportunity.access;

import org.evenhand.review.directory.lines.AccessClauses;
import org.evenhand.review.growth.goal.Posts;

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

  /** Who has withdrawn can apply anew; nobody applies for what they have written for themself. */
  static final String CAN_APPLY =
      """
      (%s and o.author_id <> :viewer and not exists (
        select 1 from opportunity_application mine
        where mine.opportunity_id = o.id and mine.employee_id = :viewer
          and mine.state <> 'WITHDRAWN'))
      """
          .formatted(ELIGIBLE);

  /**
   * {@code p}, an application, with {@code o}, its opportunity, and {@code a}, the assignment in
   * which whoever leads the person is told: that in which they applied, or their main one where it
   * has ended since.
   */
  public static final String APPLICATIONS =
      """
      opportunity_application p
      join opportunity o on o.id = p.opportunity_id
      join assignment a on a.employee_id = p.employee_id and a.id = coalesce(
        (select applied.id from assignment applied
         where applied.id = p.assignment_id and applied.ended_on is null),
        (select main.id from assignment main
         where main.employee_id = p.employee_id and main.main and main.ended_on is null),
        p.assignment_id)
      """;

  /**
   * Leads the applicant, and is told of the offer. First the assignments that the viewer may lead,
   * which are few and have an index; each of all offers ever made would be looked at otherwise.
   */
  public static final String LINE_MANAGER =
      """
      (p.state in ('OFFERED', 'ACCEPTED', 'DECLINED')
       and a.line_manager_id = any(array(
         select cast(:viewer as uuid)
         union all
         select gone.id from reporting_line below
         join employee gone on gone.id = below.employee and gone.status = 'TERMINATED'
         where below.above = :viewer and below.relationship = 'LINE'))
       and %s = :viewer)
      """
          .formatted(Posts.MANAGER);

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

  /** The viewer is above an assignment in the unit, by the line of that assignment. */
  static String leadsIn(String orgUnit) {
    return """
    (exists (select 1 from assignment led
             where led.ended_on is null and led.org_unit = %s
               and (led.line_manager_id = :viewer or led.line_manager_id in (
                 select below.employee from reporting_line below
                 where below.above = :viewer and below.relationship = 'LINE'))))
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
