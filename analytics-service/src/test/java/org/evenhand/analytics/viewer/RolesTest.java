package org.evenhand.analytics.viewer;

import static java.util.Map.entry;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.evenhand.kit.test.BadInputs;
import org.evenhand.kit.test.RoleMatrix;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
class RolesTest {

  private static final Set<String> WHOLE = Set.of("hr-lead", "insight", "auditor");
  private static final Set<String> STAFF =
      Set.of("employee", "manager", "hr", "hr-lead", "auditor", "hris", "insight");

  private static final Set<String> EMPLOYED =
      Set.of("employee", "manager", "hr", "hr-lead", "auditor");

  @TestFactory
  Stream<DynamicTest> every_operation_opens_to_its_roles_and_to_no_other() {
    return RoleMatrix.of(
        Map.ofEntries(
            entry("listTasks", Set.of("employee", "manager", "hr", "hr-lead")),
            entry("getWaiver", Set.of("employee", "manager", "hr", "hr-lead")),
            entry("proposeWaiver", Set.of("manager", "hr", "hr-lead")),
            entry("countersignWaiver", Set.of("manager", "hr", "hr-lead")),
            entry("refuseWaiver", Set.of("manager", "hr", "hr-lead")),
            entry("withdrawWaiver", Set.of("manager", "hr", "hr-lead")),
            entry("getCalendar", Set.of("employee", "manager", "hr", "hr-lead")),
            entry("getCalendarOfPerson", Set.of("service")),
            entry(
                "getDutySummary",
                Set.of("employee", "manager", "hr", "hr-lead", "auditor", "insight")),
            entry("getFairness", WHOLE),
            entry("getDistribution", Set.of("hr-lead", "insight", "auditor", "hr", "manager")),
            entry("getAppealFiguresByGroup", WHOLE),
            entry("getAppealFigures", Set.of("hr-lead", "insight", "auditor", "hr")),
            entry("getCheckInFigures", Set.of("hr-lead", "insight", "auditor", "hr")),
            entry("getDutyFigures", Set.of("hr-lead", "insight", "auditor", "hr")),
            entry("getCompletion", Set.of("hr-lead", "insight", "auditor", "hr", "manager")),
            entry("getDrift", Set.of("hr-lead", "insight", "auditor", "hr", "manager")),
            entry("getPower", WHOLE),
            entry("getAccessAudit", WHOLE),
            entry("getGrowthFigure", WHOLE),
            entry("getGrowthFigureByUnit", Set.of("hr-lead", "insight", "auditor", "hr")),
            entry("listGrowthYears", Set.of("hr-lead", "insight", "auditor", "hr")),
            entry("getEvidenceParity", WHOLE),
            entry("getRaters", Set.of("hr-lead", "manager")),
            entry("listRaterProfiling", EMPLOYED),
            entry("getRaterProfiling", EMPLOYED),
            entry("putRaterProfiling", Set.of("hr-lead")),
            entry("listRaterObjections", Set.of("hr-lead", "manager")),
            entry("getRaterObjection", Set.of("hr-lead", "manager")),
            entry("fileRaterObjection", Set.of("manager")),
            entry("answerRaterObjection", Set.of("hr-lead")),
            entry("listRegister", STAFF),
            entry("getAgreement", Set.of("hr-lead", "insight", "auditor", "hr")),
            entry("listDimensions", STAFF),
            entry("getDimension", STAFF),
            entry("putDimension", Set.of("hr-lead")),
            entry("importDemographics", Set.of("hris")),
            entry("getDemographicsImport", Set.of("hris")),
            entry("getDemographicsImportErrors", Set.of("hris")),
            entry("getOwnDemographics", Set.of("employee")),
            entry("withdrawOwnDemographic", Set.of("employee")),
            entry("listFindings", Set.of("hr-lead", "insight", "auditor", "hr", "manager")),
            entry("getFinding", Set.of("hr-lead", "insight", "auditor", "hr", "manager")),
            entry("listJudgements", Set.of("hr-lead", "insight", "auditor", "hr", "manager")),
            entry("respondToFinding", Set.of("hr", "hr-lead", "manager")),
            entry("countersignFindingResponse", Set.of("hr", "hr-lead", "manager")),
            entry("startRebuild", Set.of("hr-lead")),
            entry("listRebuilds", Set.of("hr-lead")),
            entry("getRebuild", Set.of("hr-lead"))));
  }

  @TestFactory
  Stream<DynamicTest> every_operation_refuses_what_is_malformed() {
    return BadInputs.tests();
  }
}
