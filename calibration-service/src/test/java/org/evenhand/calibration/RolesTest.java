package org.evenhand.calibration;

import static io.restassured.RestAssured.given;
import static java.util.Map.entry;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.evenhand.kit.test.BadInputs;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.RoleMatrix;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(ReviewServiceResource.class)
class RolesTest {

  private static final String SESSIONS = "/v1/calibration-sessions";
  private static final Set<String> HR = Set.of("hr", "hr-lead");
  private static final Set<String> MEMBERS = Set.of("hr", "hr-lead", "manager");
  private static final Set<String> EVERYBODY = Set.of("employee", "manager", "hr", "hr-lead");
  private static final Set<String> READERS = Set.of("hr", "hr-lead", "manager", "auditor");

  @TestFactory
  Stream<DynamicTest> each_operation_opens_to_its_roles_alone() {
    return RoleMatrix.of(
        Map.ofEntries(
            entry("listTasks", Set.of("employee", "manager", "hr", "hr-lead")),
            entry("getWaiver", Set.of("employee", "manager", "hr", "hr-lead")),
            entry("proposeWaiver", MEMBERS),
            entry("countersignWaiver", MEMBERS),
            entry("refuseWaiver", MEMBERS),
            entry("withdrawWaiver", MEMBERS),
            entry("getCalendar", Set.of("employee", "manager", "hr", "hr-lead")),
            entry("getCalendarOfPerson", Set.of("service")),
            entry("planCalibrationSession", HR),
            entry("listCalibrationSessions", READERS),
            entry("getCalibrationSession", READERS),
            entry("agreeToFacilitate", Set.of("manager")),
            entry("replaceSeat", MEMBERS),
            entry("cancelCalibrationSession", MEMBERS),
            entry("takeSamples", HR),
            entry("sendSampleBack", MEMBERS),
            entry("redactSample", MEMBERS),
            entry("withdrawSample", MEMBERS),
            entry("checkSample", MEMBERS),
            entry("openBlindScoring", MEMBERS),
            entry("listSamples", MEMBERS),
            entry("scoreSample", MEMBERS),
            entry("revealScores", MEMBERS),
            entry("getSessionAgreement", READERS),
            entry("openDiscussion", MEMBERS),
            entry("recordConsensus", MEMBERS),
            entry("decideReview", MEMBERS),
            entry("declareReady", MEMBERS),
            entry("lockCalibrationSession", Set.of("manager")),
            entry("listCalibrationObligations", EVERYBODY),
            entry("getCalibrationObligation", EVERYBODY),
            entry("listCalibrationChecks", EVERYBODY),
            entry("getCalibrationCheck", EVERYBODY),
            entry("beginCalibrationCheck", Set.of("employee", "manager")),
            entry("noteCalibrationCheck", Set.of("employee", "manager")),
            entry("returnCalibrationCheck", Set.of("employee", "manager")),
            entry("listNorms", EVERYBODY),
            entry("getNorm", EVERYBODY),
            entry("proposeNorm", MEMBERS),
            entry("agreeToNorm", MEMBERS),
            entry("withdrawNorm", MEMBERS),
            entry("listPrecedents", EVERYBODY),
            entry("getPrecedent", EVERYBODY),
            entry("writePrecedent", MEMBERS),
            entry("listTemplates", MEMBERS),
            entry("getTemplate", MEMBERS),
            entry("takePrecedentTemplate", MEMBERS),
            entry("proposePrecedent", MEMBERS),
            entry("returnPrecedent", MEMBERS),
            entry("redactPrecedent", MEMBERS),
            entry("checkPrecedent", MEMBERS),
            entry("objectToPrecedent", EVERYBODY),
            entry("withdrawPrecedent", MEMBERS),
            entry("getSessionDecisions", Set.of("service"))));
  }

  @TestFactory
  Stream<DynamicTest> each_operation_refuses_what_is_malformed() {
    return BadInputs.tests();
  }

  @Test
  void a_malformed_id_cursor_or_media_type_is_no_server_error() {
    hr().get(SESSIONS + "/not-a-uuid").then().statusCode(404);
    hr().get(SESSIONS + "?cursor=%21%21").then().statusCode(400);
    hr().get(SESSIONS + "?limit=100000").then().statusCode(400);
    hr().get(SESSIONS + "?cycleId=spring").then().statusCode(400);
    hr().contentType("text/plain").body("x").post(SESSIONS).then().statusCode(415);
    hr().delete(SESSIONS).then().statusCode(405);
    hr().get(SESSIONS).then().statusCode(403).body("type", endsWith("/employee-unknown"));
  }

  private static RequestSpecification hr() {
    return given().header("Authorization", Tokens.forEmployee("UNKNOWN", "hr").bearer());
  }
}
