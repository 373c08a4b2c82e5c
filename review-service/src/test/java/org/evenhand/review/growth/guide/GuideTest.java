package org.evenhand.review.growth.guide;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.Person;
import org.junit.jupiter.api.Test;

/** A guide, which HR and a manager write together and everybody reads. */
@QuarkusTest
class GuideTest {

  private static final String PATH = "/v1/conversation-guides/DISAGREEMENT";

  private Company company;

  @Test
  void oneSideWritesTheOtherSignsAndOldTextsStayReadable() {
    company = Company.of(1);
    company
        .staff
        .get(0)
        .ask()
        .get("/v1/conversation-guides")
        .then()
        .statusCode(200)
        .body(
            "items.situation",
            containsInAnyOrder("HARD_MESSAGE", "DISAGREEMENT", "RETURN", "CROSS_BORDER"));
    sign(company.lead).then().statusCode(409).body("code", equalTo("NOTHING_PROPOSED"));

    draft(company.hr, "Say where you differ").then().statusCode(200);
    sign(company.hr).then().statusCode(422);
    sign(company.hrLead).then().statusCode(422).body("code", equalTo("SAME_SIDE_TWICE"));
    draft(company.lead, "Say where you agree first")
        .then()
        .statusCode(200)
        .body("draft.signatures.side", contains("MANAGER"))
        .body("actions", not(hasItem("signGuide")));
    unseen(company.staff.get(0));
    company.hr.ask().get(PATH).then().body("actions", hasItems("putGuideDraft", "signGuide"));
    sign(company.hr)
        .then()
        .statusCode(200)
        .body("inForce.number", equalTo(1))
        .body("inForce.text", equalTo("Say where you agree first"))
        .body("inForce.signatures.by.name", contains(company.lead.name(), company.hr.name()))
        .body("draft", nullValue());

    draft(company.hrLead, "Ask before you answer").then().statusCode(200);
    read(company.staff.get(0)).body("inForce.text", equalTo("Say where you agree first"));
    sign(company.chief).then().statusCode(200).body("inForce.number", equalTo(2));
    Person reader = company.staff.get(0);
    reader
        .ask()
        .get(PATH + "/versions")
        .then()
        .statusCode(200)
        .body("items.number", contains(2, 1))
        .body("items.text", contains("Ask before you answer", "Say where you agree first"));
    String next = reader.ask().get(PATH + "/versions?limit=1").then().extract().path("next");
    reader
        .ask()
        .get(PATH + "/versions?limit=1&cursor=" + next)
        .then()
        .body("items.number", contains(1));
  }

  private static void unseen(Person reader) {
    read(reader)
        .body("draft", nullValue())
        .body("inForce", nullValue())
        .body("actions", equalTo(List.of()));
  }

  private static ValidatableResponse read(Person who) {
    return who.ask().get(PATH).then().statusCode(200);
  }

  private static Response draft(Person who, String text) {
    return who.ask()
        .header("If-Match", who.ask().get(PATH).header("ETag"))
        .body(Map.of("title", "When you disagree", "text", text))
        .put(PATH + "/draft");
  }

  private static Response sign(Person who) {
    return who.ask()
        .header("If-Match", who.ask().get(PATH).header("ETag"))
        .post(PATH + "/signature");
  }
}
