package org.evenhand.review.me;

import static org.evenhand.kit.web.security.Roles.AUDITOR;
import static org.evenhand.kit.web.security.Roles.EMPLOYEE;
import static org.evenhand.kit.web.security.Roles.HR;
import static org.evenhand.kit.web.security.Roles.HRIS;
import static org.evenhand.kit.web.security.Roles.HR_LEAD;
import static org.evenhand.kit.web.security.Roles.MANAGER;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What a role lets a person try in this service, named by operation id. */
enum Action {
  LIST_EMPLOYEES("listEmployees", EMPLOYEE, MANAGER, HR, HR_LEAD, HRIS),
  FIND_PEOPLE("findPeople", EMPLOYEE, MANAGER, HR, HR_LEAD),
  ASSIGN_HR_UNITS("assignHrUnits", HR_LEAD),
  PERMIT_DEACTIVATIONS("permitDeactivations", HR_LEAD),
  LIST_SITE_CALENDARS("listSiteCalendars", EMPLOYEE, MANAGER, HR, HR_LEAD, AUDITOR, HRIS),
  PUT_SITE_CALENDAR("putSiteCalendar", HR_LEAD, HRIS),
  IMPORT_ORG("importOrg", HRIS),
  IMPORT_RATINGS("importRatings", HRIS),
  LIST_RATINGS("listRatings", HRIS, HR_LEAD),
  LIST_CYCLES("listCycles", EMPLOYEE, MANAGER, HR, HR_LEAD, AUDITOR),
  PLAN_CYCLE("planCycle", HR, HR_LEAD),
  LIST_REVIEWS("listReviews", EMPLOYEE, MANAGER, HR, HR_LEAD);

  private final String operation;
  private final Set<String> roles;

  Action(String operation, String... roles) {
    this.operation = operation;
    this.roles = Set.of(roles);
  }

  static List<String> openTo(Set<String> held) {
    return Arrays.stream(values())
        .filter(action -> action.roles.stream().anyMatch(held::contains))
        .map(action -> action.operation)
        .toList();
  }
}
