package org.evenhand.policy.service;

import static org.evenhand.policy.service.PolicyUnderTest.as;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.evenhand.kit.test.Tokens;

/** Reviews of governance over HTTP. */
final class GovernanceReviews {

  private GovernanceReviews() {}

  static String last() {
    List<String> ids =
        as(CharterPeople.EMPLOYEE)
            .get("/v1/governance-reviews?limit=200")
            .then()
            .statusCode(200)
            .extract()
            .path("items.id");
    return ids.get(ids.size() - 1);
  }

  static ValidatableResponse read(Tokens who, String review) {
    return as(who).get("/v1/governance-reviews/" + review).then().statusCode(200);
  }

  static String etag(String review) {
    return read(CharterPeople.HR, review).extract().header("ETag");
  }

  static Response prepare(String review) {
    return as(CharterPeople.HR)
        .header("If-Match", etag(review))
        .post("/v1/governance-reviews/" + review + "/preparation");
  }
}
