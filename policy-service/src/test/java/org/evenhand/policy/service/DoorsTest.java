package org.evenhand.policy.service;

import static org.evenhand.policy.service.PolicyUnderTest.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.evenhand.kit.test.RoleMatrix;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
class DoorsTest extends ServiceTest {

  private static final Set<String> READERS =
      Set.of("employee", "manager", "hr", "hr-lead", "auditor");
  private static final Set<String> PEOPLE = Set.of("employee", "manager", "hr", "hr-lead");
  private static final Set<String> HR = Set.of("hr", "hr-lead");

  @TestFactory
  Stream<DynamicTest> every_operation_opens_to_its_roles_alone() {
    return RoleMatrix.of(
        Map.ofEntries(
            Map.entry("beginPolicy", HR),
            Map.entry("listPolicies", READERS),
            Map.entry("getPolicy", READERS),
            Map.entry("draftNextVersion", HR),
            Map.entry("listVersions", READERS),
            Map.entry("getVersion", READERS),
            Map.entry("editVersion", HR),
            Map.entry("getDifference", READERS),
            Map.entry("openConsultation", HR),
            Map.entry("addComment", PEOPLE),
            Map.entry("listComments", READERS),
            Map.entry("getComment", READERS),
            Map.entry("disposeComment", HR),
            Map.entry("openSignOff", HR),
            Map.entry("signVersion", Set.of("manager", "hr", "hr-lead")),
            Map.entry("getSignOffs", READERS),
            Map.entry("announceVersion", HR),
            Map.entry("acknowledgeVersion", PEOPLE),
            Map.entry("listAcknowledgements", READERS),
            Map.entry("withdrawVersion", HR),
            Map.entry("retireVersion", HR)));
  }

  @Test
  void tokens_that_are_not_ours_open_nothing() {
    for (var bad :
        Stream.of(
                Staff.HR.expired(),
                Staff.HR.foreignIssuer(),
                Staff.HR.wrongAudience(),
                Staff.HR.foreignKeySigned())
            .toList()) {
      as(bad).get("/v1/policies").then().statusCode(401);
    }
    RestAssured.given()
        .header("Authorization", Staff.HR.unsignedBearer())
        .get("/v1/policies")
        .then()
        .statusCode(401);
  }
}
