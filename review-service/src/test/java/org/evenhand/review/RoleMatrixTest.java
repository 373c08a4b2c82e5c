package org.evenhand.review;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.evenhand.kit.test.RoleMatrix;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Which role may knock at which operation; an operation that is not listed here fails. */
@QuarkusTest
class RoleMatrixTest {

  private static final Set<String> EVERYBODY = Set.copyOf(RoleMatrix.ROLES);

  @TestFactory
  Stream<DynamicTest> everyDoorOpensToItsRolesAlone() {
    Map<String, Set<String>> doors = new HashMap<>();
    directory(doors);
    cycles(doors);
    reviews(doors);
    return RoleMatrix.of(doors);
  }

  private static void directory(Map<String, Set<String>> doors) {
    Set<String> hris = Set.of("hris");
    Set<String> hrLead = Set.of("hr-lead");
    Set<String> readers = Set.of("employee", "manager", "hr", "hr-lead", "hris");
    doors.put("getMe", EVERYBODY);
    doors.put("listEmployees", readers);
    doors.put("getEmployee", readers);
    doors.put("getHrUnits", hrLead);
    doors.put("assignHrUnits", hrLead);
    doors.put("importOrg", hris);
    doors.put("getOrgImport", hris);
    doors.put("getOrgImportErrors", hris);
    doors.put("permitDeactivations", hrLead);
    doors.put("importRatings", hris);
    doors.put("getRatingImport", hris);
    doors.put("getRatingImportErrors", hris);
    doors.put("listRatings", Set.of("hris", "hr-lead"));
  }

  private static void cycles(Map<String, Set<String>> doors) {
    Set<String> hr = Set.of("hr", "hr-lead");
    Set<String> sides = Set.of("manager", "hr", "hr-lead");
    Set<String> people = Set.of("employee", "manager", "hr", "hr-lead");
    Set<String> readers = Set.of("employee", "manager", "hr", "hr-lead", "auditor");
    doors.put("planCycle", hr);
    doors.put("listCycles", readers);
    doors.put("getCycle", readers);
    doors.put("scheduleCycle", hr);
    doors.put("proposeOpening", sides);
    doors.put("countersignOpening", sides);
    doors.put("addJoiner", hr);
    doors.put("startCalibration", hr);
    doors.put("proposeSharing", sides);
    doors.put("countersignSharing", sides);
    doors.put("openAppeals", hr);
    doors.put("closeCycle", hr);
    doors.put("cancelCycle", hr);
    doors.put("listExceptions", people);
  }

  private static void reviews(Map<String, Set<String>> doors) {
    Set<String> hr = Set.of("hr", "hr-lead");
    Set<String> people = Set.of("employee", "manager", "hr", "hr-lead");
    doors.put("listReviews", people);
    doors.put("getReview", people);
    doors.put("putContribution", people);
    doors.put("inviteContributor", people);
    doors.put("recordObservation", people);
    doors.put("rateCriterion", people);
    doors.put("putContextNote", people);
    doors.put("submitReview", people);
    doors.put("acknowledgeReview", people);
    doors.put("reassignReview", hr);
    doors.put("proposeReopening", hr);
    doors.put("countersignReopening", Set.of("manager"));
    doors.put("endUnrated", hr);
    doors.put("getTrail", Set.of("employee", "manager", "hr", "hr-lead", "auditor"));
    doors.put("claimSamples", Set.of("service"));
  }
}
