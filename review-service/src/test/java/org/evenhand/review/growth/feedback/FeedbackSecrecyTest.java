package org.evenhand.review.growth.feedback;

import static org.evenhand.review.live.LiveFeedback.critique;
import static org.evenhand.review.live.LiveFeedback.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveFeedback;
import org.evenhand.review.live.LiveFeedbackRequest;
import org.evenhand.review.live.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one party does with feedback, and another may not learn. */
@QuarkusTest
class FeedbackSecrecyTest {
  private Company company;
  private Person first;
  private Person second;

  @BeforeEach
  void found() {
    company = Company.of(2);
    first = company.staff.get(0);
    second = company.staff.get(1);
  }

  @Test
  void onlyThoseWhoMayKnowOfARequestSeeThatItWasOne() {
    LiveFeedbackRequest own = LiveFeedbackRequest.asked(first, company.stranger, Map.of());
    LiveFeedback answer = given(company.stranger, critique(Map.of("requestId", own.id()), first));
    answer.open(first, "MANAGER").then().statusCode(200);
    for (Person party : List.of(first, company.stranger)) {
      answer.read(party).then().body("requestId", equalTo(own.id()));
    }
    answer
        .read(company.lead)
        .then()
        .statusCode(200)
        .body("relations", contains("READER"))
        .body("$", not(hasKey("requestId")));

    LiveFeedbackRequest ofReport = LiveFeedbackRequest.about(first, company.lead, company.stranger);
    LiveFeedback said = ofReport.answer(company.stranger, first, Map.of());
    said.read(company.lead)
        .then()
        .body("requestId", equalTo(ofReport.id()))
        .body("opensAt", notNullValue());
  }
}
