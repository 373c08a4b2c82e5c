package org.evenhand.review.directory.reading;

import static org.evenhand.kit.web.problem.ViolationCode.MALFORMED;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.directory.people.EmploymentStatus;
import org.jspecify.annotations.Nullable;

/**
 * Which employees a list is about.
 *
 * @param orgUnit of any assignment that is open
 * @param managerExternalId whose direct reports by LINE
 * @param q what their externalId begins with
 */
record EmployeeFilter(
    Optional<String> orgUnit,
    Optional<EmploymentStatus> status,
    Optional<String> managerExternalId,
    Optional<String> q) {

  static EmployeeFilter of(
      @Nullable String orgUnit,
      @Nullable EmploymentStatus status,
      @Nullable String managerExternalId,
      @Nullable String q) {
    return new EmployeeFilter(
        text("orgUnit", orgUnit),
        Optional.ofNullable(status),
        text("managerExternalId", managerExternalId),
        text("q", q));
  }

  /**
   * Whether it goes by what a card does not show: whom one sees only as a card must then stay out,
   * or the list would tell who is on leave, or who reports to whom.
   */
  boolean looksBehindCards() {
    return status.isPresent() || orgUnit.isPresent() || managerExternalId.isPresent();
  }

  /** Clauses over {@code employee e}, to be joined by AND. */
  String clauses() {
    StringBuilder clauses = new StringBuilder();
    orgUnit.ifPresent(
        unit ->
            clauses.append(
                " and exists (select 1 from assignment a where a.employee_id = e.id"
                    + " and (a.main or a.ended_on is null) and a.org_unit = :orgUnit)"));
    status.ifPresent(is -> clauses.append(" and e.status = :status"));
    managerExternalId.ifPresent(
        id ->
            clauses.append(
                " and exists (select 1 from reporting_line r join employee m on m.id = r.above"
                    + " where r.employee = e.id and r.depth = 1 and r.relationship = 'LINE'"
                    + " and m.external_id = :manager)"));
    q.ifPresent(prefix -> clauses.append(" and starts_with(e.external_id, :q)"));
    return clauses.toString();
  }

  Map<String, Object> parameters() {
    Map<String, Object> parameters = new HashMap<>();
    orgUnit.ifPresent(unit -> parameters.put("orgUnit", unit));
    status.ifPresent(is -> parameters.put("status", is.name()));
    managerExternalId.ifPresent(id -> parameters.put("manager", id));
    q.ifPresent(prefix -> parameters.put("q", prefix));
    return parameters;
  }

  private static Optional<String> text(String name, @Nullable String value) {
    if (value != null && value.indexOf('\0') >= 0) {
      throw invalid(name, "holds a character that no value has");
    }
    return Optional.ofNullable(value).filter(text -> !text.isBlank());
  }

  private static Problem invalid(String name, String detail) {
    return Problem.of(CommonProblem.INVALID_PARAMETER, "A filter is not valid.")
        .with(MALFORMED.parameter(name, detail));
  }
}
