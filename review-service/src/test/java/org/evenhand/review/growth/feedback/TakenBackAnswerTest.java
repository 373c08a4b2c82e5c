package org.evenhand.review.growth.feedback;

import static org.evenhand.review.live.LiveFeedback.critique;
import static org.evenhand.review.live.LiveFeedback.give;
import static org.evenhand.review.live.LiveFeedback.given;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveAppeal;
import org.evenhand.review.live.LiveFeedback;
import org.evenhand.review.live.LiveFeedbackRequest;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests whose answer is gone, and answers to somebody who may not read them any more. */
@QuarkusTest
class TakenBackAnswerTest {

  private Company company;
  private Person first;

  @BeforeEach
  void found() {
    company = Company.of(1);
    first = company.staff.get(0);
  }

  @Test
  void noAnswerGoesToWhoeverLedThePersonUntilNowThoughNobodyHasLookedYet() {
    LiveFeedbackRequest request = LiveFeedbackRequest.about(first, company.lead, company.stranger);
    moved();

    give(
            company.stranger,
            critique(
                Map.of("requestId", request.id(), "visibility", "RECIPIENT_AND_MANAGER"), first))
        .then()
        .statusCode(409);

    LiveFeedback given =
        given(company.stranger, critique(Map.of("visibility", "RECIPIENT_AND_MANAGER"), first));
    given.read(company.lead).then().statusCode(404);
    given.read(company.hrElsewhere).then().statusCode(200).body("relations", contains("READER"));
  }

  /** As an import leaves the lines, before anything that follows from it is looked at. */
  private void moved() {
    Tables.execute(
        "update reporting_line set above = '%s' where employee = '%s' and above = '%s'"
            .formatted(
                LiveAppeal.idOf(company.hrElsewhere),
                LiveAppeal.idOf(first),
                LiveAppeal.idOf(company.lead)));
  }
}
