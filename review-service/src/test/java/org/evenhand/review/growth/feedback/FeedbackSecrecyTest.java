package org.evenhand.review.growth.feedback;

import static org.evenhand.review.live.LiveFeedback.critique;
import static org.evenhand.review.live.LiveFeedback.given;
import static org.evenhand.review.live.LiveFeedback.recognition;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveAppeal;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveFeedback;
import org.evenhand.review.live.LiveFeedbackRequest;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one party does with feedback, and another may not learn. */
@QuarkusTest
class FeedbackSecrecyTest {

  private static final Map<String, Object> TO_ALL = Map.of("visibility", "PUBLIC");

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
  void neitherAuthorNorOtherRecipientsSeeThatARecipientOpensOrCitesIt() {
    LiveReview review = LiveCycle.open(company).reviewOf(first);
    LiveFeedback given = given(company.stranger, recognition(Map.of(), first, second));
    Sight before = Sight.of(given, company.stranger);
    Sight otherBefore = Sight.of(given, second);
    String own = given.read(first).header("ETag");

    given.open(first, "MANAGER").then().statusCode(200);
    given.open(first, "HR").then().statusCode(200);
    given.open(first, "EVERYBODY").then().statusCode(200);
    given.cite(first, review, Map.of("criterion", "delivery")).then().statusCode(200);

    assertEquals(before, Sight.of(given, company.stranger));
    assertEquals(otherBefore, Sight.of(given, second));
    assertNotEquals(own, given.read(first).header("ETag"));
    // What was read before is still what the author may change.
    company
        .stranger
        .ask()
        .header("If-Match", before.etag())
        .body(Map.of("text", "It was Cas who began it"))
        .post(given.path() + "/additions")
        .then()
        .statusCode(200);
  }

  @Test
  void aRecipientWhoReadItBeforeSomethingWasAddedOpensNothing() {
    LiveFeedback given = given(company.stranger, critique(Map.of(), first));
    String read = given.read(first).header("ETag");
    given.open(first, "HR").then().statusCode(200);
    openAs(given, read).then().statusCode(412);

    String opened = given.read(first).header("ETag");
    given.add(company.stranger, "more").then().statusCode(200);
    openAs(given, opened).then().statusCode(412);
  }

  @Test
  void noTrailNamesWhoOfHrHidIt() {
    LiveCycle cycle = LiveCycle.open(company);
    LiveReview review = cycle.reviewOf(first);
    LiveFeedback given = given(company.lead, critique(Map.of("criterion", "delivery"), first));
    given.cite(first, review, Map.of()).then().statusCode(200);
    given.open(first, "HR").then().statusCode(200);

    given.hide(company.hr).then().statusCode(200);

    Response trail = company.lead.ask().get(review.path() + "/trail");
    trail
        .then()
        .statusCode(200)
        .body("steps.action", hasItem("feedback-taken-out"))
        .body("steps.find { it.action == 'feedback-taken-out' }.actor", equalTo("review-service"));
    assertFalse(trail.asString().contains(company.hr.name()), trail::asString);
    assertFalse(trail.asString().contains(LiveAppeal.idOf(company.hr)), trail::asString);
    given
        .read(company.lead)
        .then()
        .body("removal.reason", equalTo("OFFENSIVE"))
        .body("removal.keySet()", not(hasItem("by")));
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

  @Test
  void hrHidesNothingThatAlsoWentToThemOrToTheirChain() {
    LiveFeedback withReport =
        given(company.stranger, recognition(TO_ALL, second, company.hrInChain, first));
    LiveFeedback withChief = given(company.stranger, recognition(TO_ALL, first, company.chief));
    LiveFeedback ofOthers = given(company.stranger, recognition(TO_ALL, second, first));
    // The one of HR reports to the first of the staff, and so is in a chain with them.
    for (LiveFeedback near : List.of(withReport, ofOthers)) {
      near.hide(company.hrInChain)
          .then()
          .statusCode(403)
          .body("detail", containsString("nobody of their own chain"));
      near.hide(company.hrLeadInChain).then().statusCode(403);
    }
    // The chief is above all of HR.
    withChief.hide(company.hr).then().statusCode(403);
    withChief.hide(company.hrLead).then().statusCode(403);

    given(company.stranger, recognition(TO_ALL, second))
        .hide(company.hrInChain)
        .then()
        .statusCode(200);
    ofOthers.hide(company.hr).then().statusCode(200);
  }

  @Test
  void pagesAreAsLongAsIfWhatIsHiddenHadNeverBeen() {
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      LiveFeedback given = given(company.stranger, critique(Map.of(), first));
      if (i % 2 == 0) {
        given.open(first, "HR").then().statusCode(200);
        given.hide(company.hr).then().statusCode(200);
      } else {
        kept.add(given.id());
      }
    }
    Map<String, Person> parties = Map.of("RECIPIENT", first, "AUTHOR", company.stranger);
    parties.forEach(
        (relation, party) -> {
          String list = "/v1/feedback?limit=1&relation=" + relation;
          List<String> found = new ArrayList<>();
          String next = null;
          do {
            Response page = party.ask().get(list + (next == null ? "" : "&cursor=" + next));
            List<String> ids = page.path("items.id");
            assertEquals(1, ids.size());
            found.addAll(ids);
            next = page.path("next");
          } while (next != null);
          assertEquals(Set.copyOf(kept), Set.copyOf(found));
          assertEquals(kept.size(), found.size());
        });
  }

  private Response openAs(LiveFeedback given, String read) {
    return first
        .ask()
        .header("If-Match", read)
        .body(Map.of("to", "MANAGER"))
        .post(given.path() + "/opening");
  }

  /** All that a reader is shown of it. */
  private record Sight(String etag, String body) {
    static Sight of(LiveFeedback given, Person reader) {
      Response read = given.read(reader);
      read.then().statusCode(200);
      return new Sight(read.header("ETag"), read.asString());
    }
  }
}
