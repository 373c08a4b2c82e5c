package org.evenhand.analytics.agreement;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.BlindScores;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.ReviewStream;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AgreementsTest {

  private static final String CYCLE = "agreements";

  @Test
  void an_employee_reads_no_figure_from_which_a_sample_kept_from_them_could_be_worked_out() {
    Api.connect();
    revealed();
    Api.until(
        () -> Api.as(Api.INSIGHT).queryParam("cycle", CYCLE).get("/v1/agreement"),
        answer -> answer.statusCode() == 200 && !answer.jsonPath().getList("sessions").isEmpty());

    read(Api.INSIGHT)
        .body("sessions[0].alpha", equalTo(0.71f))
        .body("sessions[0].low", equalTo(0.5f))
        .body("sessions[0].level", equalTo("NOTE"))
        .body("sessions[0].measures.sampleLevels.none", equalTo(11))
        .body("sessions[0].measures.piledUp", equalTo(false));
    read(Api.HR_LEAD)
        .body("sessions[0].alpha", equalTo(0.7f))
        .body("sessions[0].low", nullValue())
        .body("sessions[0].high", nullValue())
        .body("sessions[0].level", equalTo("NOTE"))
        .body("sessions[0].measures.sampleLevels.note", equalTo(1));
  }

  private static ValidatableResponse read(Tokens who) {
    return Api.as(who).queryParam("cycle", CYCLE).get("/v1/agreement").then().statusCode(200);
  }

  private static void revealed() {
    try (ReviewStream stream = new ReviewStream()) {
      stream.send(
          List.of(
              Company.event(
                  "org.evenhand.review.changed.v1", 1, Company.review("A-1", CYCLE, "NOT_STARTED")),
              BlindScores.twelve(CYCLE, "session", "A-1", "A-2", "A-3")));
    }
  }
}
