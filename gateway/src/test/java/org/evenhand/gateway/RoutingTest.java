package org.evenhand.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.Tokens;
import org.evenhand.kit.web.answer.ProblemBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServicesResource.class)
@QuarkusTestResource(TokenResource.class)
class RoutingTest {

  private static final String BEARER = Tokens.forEmployee("E001", "employee").bearer();

  @TestHTTPResource("/")
  URI gateway;

  @ParameterizedTest
  @CsvSource({
    "/v1/policies/1/versions, policy",
    "/v1/charters/current, policy",
    "/v1/templates/POLICY/policy?language=de, policy",
    "/v1/templates/CHARTER/charter/drafts, policy",
    "/v1/templates/TRAINING_MODULE/case-study, policy",
    "/v1/templates/CONVERSATION_GUIDE/hard-message, review",
    "/v1/templates/CHECKLIST_TEMPLATE/return/drafts, review",
    "/v1/governance-reviews/1/decisions/2/completion, policy",
    "/v1/challenges/1/answer, policy",
    "/v1/guidance-requests/1/claim, policy",
    "/v1/training-modules/1/retirement/countersignature, policy",
    "/v1/training-completions/1/completion, policy",
    "/v1/training-imports/1/errors, policy",
    "/v1/reviews, review",
    "/v1/reviews/7/trail?x=%20y, review",
    "/v1/appeals/7/vote, review",
    "/v1/observations/7/citation, review",
    "/v1/feedback/7/citation, review",
    "/v1/feedback-requests/7/refusal, review",
    "/v1/goals/7/agreement, review",
    "/v1/goal-library?jobFamily=care, review",
    "/v1/development-plans/7/agreement, review",
    "/v1/opportunities/7/applications, review",
    "/v1/opportunity-applications/7/verdict, review",
    "/v1/catalogue/7/seat, review",
    "/v1/catalogue-matches?tag=planning, review",
    "/v1/mentors/me, review",
    "/v1/mentorings/7/agreement, review",
    "/v1/remediation-plans/7/review, review",
    "/v1/remediation-exceptions, review",
    "/v1/checklists/7/items/8/closing, review",
    "/v1/checklist-templates/RETURN, review",
    "/v1/check-ins/7/holding, review",
    "/v1/check-in-actions/7/closing, review",
    "/v1/conversation-guides/RETURN/versions, review",
    "/v1/coaching-circles/7/meeting, review",
    "/v1/upward-rounds/7/answers, review",
    "/v1/peer-requests/7/agreement, review",
    "/v1/goal-assignments/7/errors, review",
    "/v1/goal-assignments/7/results, review",
    "/v1/me, review",
    "/v1/people?q=jos%C3%A9, review",
    "/v1/hr-assignments/E%20001, review",
    "/v1/org-imports/1/errors, review",
    "/v1/opportunity-imports/1/errors, review",
    "/v1/import-mappings/personio, review",
    "/v1/delegations/019a8c1e-6f00-7000-8000-000000000211, review",
    "/v1/site-calendars/S%C3%A3o%20Paulo/days?from=2026-12-01&to=2026-12-31, review",
    "/v1/demographics/me, analytics",
    "/v1/tasks/policy/019a8c1e-6f00-7000-8000-000000000111/waiver, policy",
    "/v1/tasks/review/019a8c1e-6f00-7000-8000-000000000111/waiver/refusal, review",
    "/v1/tasks/analytics/019a8c1e-6f00-7000-8000-000000000111/waiver, analytics",
    "/v1/demographic-dimensions/disability, analytics",
    "/v1/fairness?cycle=2013-14, analytics",
    "/v1/appeal-figures?cycle=2026, analytics",
    "/v1/check-in-figures?quarter=2027-Q1, analytics",
    "/v1/duty-figures?kind=TRAINING&quarter=2027-Q1, analytics",
    "/v1/access-audits?kind=MOVE&year=2026&dimension=sex, analytics",
    "/v1/growth-figures/by-unit?measure=PLAN_MEANS&year=2026, analytics",
    "/v1/evidence?cycle=2026&dimension=disability, analytics",
    "/v1/appeal-figures/by-group?cycle=2026&dimension=sex, analytics",
  })
  void aPathGoesToItsServiceAsItIs(String path, String service) {
    caller()
        .urlEncodingEnabled(false)
        .get(path)
        .then()
        .statusCode(200)
        .body("service", equalTo(service))
        .body("uri", equalTo(path));
  }

  @Test
  void pathsOfCalibrationGoThereWhereItRuns() {
    try (Service ignored = Service.calibration()) {
      for (String path :
          List.of(
              "/v1/calibration-sessions/7/norms",
              "/v1/norms/7/agreement",
              "/v1/calibration-obligations/7/checks",
              "/v1/calibration-checks/7/note",
              "/v1/templates/PRECEDENT/double-load/drafts",
              "/v1/precedents/7/check")) {
        aPathGoesToItsServiceAsItIs(path, "calibration");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/nothing",
        "/v1/tasks/kitchen/1/waiver",
        "/v1/tasks/reviews/1/waiver",
        "/v1/calendar/review/1",
        "/v1/templates/policy/policy",
        "/v1/templates/RECIPE/soup",
        "/v1/review",
        "/v1/reviewsx",
        "/v1",
        "/v1/",
        "/v2/reviews",
        "/internal/v1/samples",
        "/v1/internal",
        "/nothing"
      })
  void whatIsNotListedIsNotRouted(String path) {
    caller().get(path).then().statusCode(404).contentType(ProblemBody.MEDIA_TYPE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/reviews/../../internal/v1/samples",
        "/v1/reviews/%2e%2e/%2e%2e/internal/v1/samples",
        "/v1/reviews/..%2f..%2finternal/v1/samples",
        "/v1/reviews/%2E%2E%2F%2E%2E%2Finternal",
        "/v1/reviews/.%2e/.%2e/q/metrics",
        "/v1/reviews/..;/..;/internal/v1/samples",
        "/v1/reviews;x=/../../internal",
        "//internal/v1/samples",
        "/v1//internal/v1/samples",
        "/v1/reviews//../..//internal",
        "/v1/../internal/v1/samples",
        "/v1/./../q/openapi",
        "/v1/reviews/..\\..\\internal",
        "/v1/reviews/%5c..%5cinternal",
        "/v1/reviews/%252e%252e/internal",
        "/v1/reviews/%00",
        "/v1/reviews/%zz",
        "/%69nternal/v1/samples",
        "/v1/%72eviews/1",
        "/internal/v1/samples",
        "/q/../internal/v1/samples",
        "http://localhost/internal/v1/samples",
      })
  void noTrickWithThePathReachesWhatIsInternal(String target) throws IOException {
    String answer = new Raw(gateway).send("GET", target, "Authorization: " + BEARER);
    assertFalse(answer.contains(Service.SECRET), answer);
    assertTrue(answer.matches("(?s)HTTP/1.1 4\\d\\d .*"), answer);
  }

  @Test
  void onlyHeadersOfTheListReachAService() {
    caller()
        .header("X-Forwarded-User", "E999")
        .header("X-Employee-Id", "E999")
        .header("X-Roles", "hr-lead")
        .header("X-Forwarded-For", "10.0.0.1")
        .header("Forwarded", "for=10.0.0.1;host=evil")
        .header("X-HTTP-Method-Override", "DELETE")
        .header("X-Original-URL", "/internal/v1/samples")
        .header("Cookie", "a=b")
        .header("Connection", "If-Match")
        .header("Idempotency-Key", "key-1")
        .header("If-None-Match", "\"7\"")
        .header("X-Request-Id", "from-client-1")
        .get("/v1/reviews")
        .then()
        .statusCode(200)
        .header("X-Request-Id", "from-client-1")
        .body("headers", not(hasKey("x-forwarded-user")))
        .body("headers", not(hasKey("x-employee-id")))
        .body("headers", not(hasKey("x-roles")))
        .body("headers", not(hasKey("x-forwarded-for")))
        .body("headers", not(hasKey("forwarded")))
        .body("headers", not(hasKey("x-http-method-override")))
        .body("headers", not(hasKey("x-original-url")))
        .body("headers", not(hasKey("cookie")))
        .body("headers.'idempotency-key'", equalTo(java.util.List.of("key-1")))
        .body("headers.'if-none-match'", equalTo(java.util.List.of("\"7\"")))
        .body("headers.'x-request-id'", equalTo(java.util.List.of("from-client-1")))
        .body("headers.authorization[0]", equalTo(BEARER));
  }

  @Test
  void aServiceGetsOneTraceOfTheGateways() {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    caller()
        .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-00")
        .get("/v1/reviews")
        .then()
        .body("headers.traceparent", hasSize(1))
        .body("headers.traceparent[0]", matchesPattern("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]"))
        .body("headers.traceparent[0]", not(equalTo("00-" + trace + "-00f067aa0ba902b7-00")));
    caller().get("/v1/reviews").then().body("headers.traceparent", hasSize(1));
  }

  @Test
  void headersOfTheHopAndOfTheServerStayBehind() {
    caller()
        .get("/v1/reviews")
        .then()
        .header("Server", nullValue())
        .header("Keep-Alive", nullValue())
        .header("Access-Control-Allow-Origin", nullValue())
        .header("X-Request-Id", not(equalTo("of-service")))
        .header("Cache-Control", "no-store")
        .header("X-Content-Type-Options", "nosniff");
  }

  @Test
  void aLocationLeadsThroughTheGateway() {
    caller()
        .contentType("application/json")
        .body("{}")
        .post("/v1/reviews?how=created")
        .then()
        .statusCode(201)
        .header("ETag", "\"1\"")
        .header("Location", "/v1/reviews/7?a=b");
  }

  @Test
  void answersWithoutABodyPassAsTheyAre() {
    caller().head("/v1/reviews").then().statusCode(200).header("Content-Type", "application/json");
    caller().delete("/v1/demographics/me/x?how=204").then().statusCode(204);
    caller().get("/v1/reviews?how=304").then().statusCode(304).header("ETag", "\"1\"");
  }

  @Test
  void theGatewaysOwnMetricsAreForOperators() {
    given().get("/q/metrics").then().statusCode(401);
    caller().get("/q/metrics").then().statusCode(403);
    given()
        .header("Authorization", Tokens.forClient("evenhand-insight", "insight").bearer())
        .get("/q/metrics")
        .then()
        .statusCode(200);
    given().get("/q/openapi").then().statusCode(404);
  }

  @Test
  void aMethodThatNobodyNeedsIsNotCarried() throws IOException {
    String answer = new Raw(gateway).send("TRACE", "/v1/reviews", "Authorization: " + BEARER);
    assertTrue(answer.startsWith("HTTP/1.1 405"), answer);
  }

  private static RequestSpecification caller() {
    return given().header("Authorization", BEARER);
  }
}
