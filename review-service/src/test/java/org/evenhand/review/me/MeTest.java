package org.evenhand.review.me;

import static org.evenhand.review.Hris.asEmployee;
import static org.evenhand.review.Hris.asHris;
import static org.evenhand.review.Hris.hire;
import static org.evenhand.review.Hris.takeIn;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MeTest {

  @Test
  void tellsAPersonWhoTheyAreAndWhatTheyMayDo() {
    takeIn(hire("R1", "", "board"), hire("R2", "R1", "care"), hire("R3", "R2", "care"));

    asEmployee("R2", "employee", "manager")
        .get("/v1/me")
        .then()
        .statusCode(200)
        .body("externalId", equalTo("R2"))
        .body("name", equalTo("Given Family"))
        .body("roles", contains("employee", "manager"))
        .body("manager.externalId", equalTo("R1"))
        .body("reports", equalTo(1))
        .body("actions", hasItem("listEmployees"))
        .body("actions", not(hasItem("importOrg")));
  }

  @Test
  void tellsASystemWhichOneItIs() {
    asHris()
        .get("/v1/me")
        .then()
        .statusCode(200)
        .body("client", equalTo("evenhand-hris"))
        .body("employeeId", nullValue())
        .body("actions", hasItem("importOrg"));
  }
}
