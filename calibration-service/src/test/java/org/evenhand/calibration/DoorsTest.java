package org.evenhand.calibration;

import static io.restassured.RestAssured.given;
import static java.util.Map.entry;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.RoleMatrix;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(ReviewServiceResource.class)
class DoorsTest {

  private static final String SESSIONS = "/v1/calibration-sessions";
  private static final Set<String> HR = Set.of("hr", "hr-lead");
  private static final Set<String> MEMBERS = Set.of("hr", "hr-lead", "manager");
  private static final Set<String> READERS = Set.of("hr", "hr-lead", "manager", "auditor");

  @TestFactory
  Stream<DynamicTest> each_operation_opens_to_its_roles_alone() {
    return RoleMatrix.of(
        Map.ofEntries(
            entry("planCalibrationSession", HR),
            entry("listCalibrationSessions", READERS),
            entry("getCalibrationSession", READERS),
            entry("takeSamples", HR),
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
            entry("getSessionDecisions", Set.of("service"))));
  }

  @Test
  void a_token_that_is_expired_foreign_unsigned_or_for_others_opens_nothing() {
    var token = Tokens.forEmployee("E1", "hr");
    Stream.of(
            token.expired().bearer(),
            token.foreignIssuer().bearer(),
            token.foreignKeySigned().bearer(),
            token.wrongAudience().bearer(),
            token.unsignedBearer(),
            "Bearer nonsense")
        .forEach(
            bearer -> given().header("Authorization", bearer).get(SESSIONS).then().statusCode(401));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ | malformed",
        "[] | malformed",
        "{\"cycleId\":\"x\"} | malformed",
        "{\"unknown\":1} | malformed",
        "{\"name\":\"\"} | malformed",
        "{\"cycleId\":\"0198f2a0-0000-7000-8000-000000000001\",\"name\":7} | malformed"
      })
  void a_body_that_does_not_fit_is_a_problem_that_says_where(String body, String type) {
    hr().contentType("application/json")
        .body(body)
        .post(SESSIONS)
        .then()
        .statusCode(400)
        .body("type", containsString(type))
        .body(not(containsString("org.evenhand.calibration")))
        .body(not(containsString("Exception")));
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
