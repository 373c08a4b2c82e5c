package org.evenhand.calibration.session;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.evenhand.calibration.ReviewServiceResource;
import org.evenhand.kit.test.DirectoryContract;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(ReviewServiceResource.class)
class DirectoryConsumerTest extends DirectoryContract {

  private static final String SESSIONS = "/v1/calibration-sessions";

  private final Company company = new Company();
  private final String mark = "-" + UUID.randomUUID();
  private final String hr = "HR" + mark;
  private int reviews;

  @Override
  protected int door(Tokens caller) {
    return given().header("Authorization", caller.bearer()).get(SESSIONS).statusCode();
  }

  /** The person whom a session has among its raters under this externalId. */
  @Override
  protected UUID actsAs(String externalId, Tokens caller) {
    aCompany();
    List<String> raters =
        new ArrayList<>(plan(externalId).statusCode(201).extract().path("raters.id"));
    raters.removeAll(
        List.of(company.id("R1" + mark).toString(), company.id("R2" + mark).toString()));
    return UUID.fromString(raters.get(0));
  }

  @Test
  void whoHasLeftCannotBeNamedAsARaterOrAsAFacilitator() {
    aCompany();
    company.employs("GONE" + mark, hr).leaves("GONE" + mark);
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> door(Tokens.forEmployee("GONE" + mark, "manager")) == 403);

    plan("GONE" + mark)
        .statusCode(422)
        .body("type", endsWith("/unknown-person"))
        .body("errors[0].detail", containsString("GONE" + mark));
  }

  private void aCompany() {
    company
        .serves(hr, "TOP" + mark, "unit")
        .employs("CO" + mark, null)
        .employs("REPORT" + mark, "CO" + mark);
    company.employs("R1" + mark, null).employs("R2" + mark, null);
    company.submittedReview("E1" + mark, "BOSS" + mark);
    company.submittedReview("E2" + mark, "BOSS" + mark);
    reviews += 2;
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                PoolProbe.size(company.cycle) >= reviews
                    && Stream.of(hr, "CO" + mark, "REPORT" + mark, "R1" + mark, "R2" + mark)
                        .allMatch(PoolProbe::knows));
  }

  private ValidatableResponse plan(String rater) {
    return given()
        .header("Authorization", Tokens.forEmployee(hr, "employee", "hr").bearer())
        .contentType("application/json")
        .body(
            Map.of(
                "cycleId",
                company.cycle,
                "name",
                "Session",
                "coFacilitatorExternalId",
                "CO" + mark,
                "raterExternalIds",
                List.of("R1" + mark, "R2" + mark, rater),
                "size",
                1))
        .post(SESSIONS)
        .then();
  }
}
