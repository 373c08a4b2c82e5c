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
}
