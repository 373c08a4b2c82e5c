package org.evenhand.review.growth.plan.access;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.directory.lines.AccessClauses;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.goal.Posts;

/**
 * What somebody is to an assignment, as clauses over {@code a}. The line is that of the assignment:
 * whoever leads the person in another one is nothing to this.
 */
final class AssignmentDoors {

  /** The assignment reports to nobody. */
  static final String ALONE = "(" + Posts.MANAGER + " is null)";

  private AssignmentDoors() {}

  static Map<PlanRelation, String> of(Viewer viewer) {
    Map<PlanRelation, String> doors = new EnumMap<>(PlanRelation.class);
    doors.put(PlanRelation.MANAGER, "(a.line_manager_id = :viewer)");
    if (viewer.has(Roles.MANAGER)) {
      doors.put(
          PlanRelation.LINE,
          "(a.line_manager_id in (select below.employee from reporting_line below"
              + " where below.above = :viewer and below.relationship = 'LINE'))");
    }
    if (viewer.has(Roles.HR)) {
      doors.put(PlanRelation.HR, AccessClauses.hrOf("a.employee_id", "a.org_unit"));
    }
    if (viewer.has(Roles.HR_LEAD)) {
      doors.put(PlanRelation.HR_LEAD, AccessClauses.outsideOwnChain("a.employee_id"));
    }
    return doors;
  }

  /** Whether the viewer agrees to what the person plans in the assignment. */
  static String leads(Viewer viewer) {
    Map<PlanRelation, String> doors = of(viewer);
    List<String> hr = new ArrayList<>(List.of("false"));
    List<String> leads = new ArrayList<>();
    doors.forEach(
        (relation, door) ->
            (relation == PlanRelation.HR || relation == PlanRelation.HR_LEAD ? hr : leads)
                .add(door));
    return "(%s or (%s) and %s)"
        .formatted(String.join(" or ", leads), String.join(" or ", hr), ALONE);
  }
}
