package org.evenhand.review.judgement;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.review.live.AtOnce;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.LiveSession;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Told;
import org.junit.jupiter.api.Test;

/** What is shared is what was judged: nobody uses the judgement up before a session has decided. */
@QuarkusTest
class SharedIsJudgedTest {

  @Test
  void noSessionDrawsMeanwhileAndWhatChangedIsProposedAndJudgedAnew() throws Exception {
    Company company = Company.of(2);
    LiveCycle cycle = LiveCycle.open(company);
    LiveReview calibrated = cycle.reviewOf(company.staff.get(0));
    LiveReview late = cycle.reviewOf(company.staff.get(1));
    calibrated.conclude(company.lead, 4);
    cycle.calibrate();
    cycle.step(company.hr, "sharing").then().statusCode(200);
    cycle.judged(1);

    LiveSession session = new LiveSession(cycle);
    refuses(session.claim(calibrated), "sharing-proposed");
    cycle
        .read(company.lead)
        .then()
        .body("actions", hasItem("withdrawSharing"))
        .body("actions", hasItem("countersignSharing"));
    cycle
        .step(company.lead, "sharing/withdrawal")
        .then()
        .statusCode(200)
        .body("sharing", hasSize(0));
    refuses(cycle.step(company.lead, "sharing/withdrawal"), "conflict");

    session.claim(calibrated).then().statusCode(200).body("samples", hasSize(1));
    session.givesReasons(calibrated);
    session.adjusts(calibrated, 2).locks(1);
    Told told = new Told(cycle);
    assertEquals(List.of("session.applied"), told.of(Told.INTERNAL, session.id(), 1));
    assertEquals(
        List.of("cycle.sharing-proposed", "cycle.sharing-withdrawn"),
        told.of(Told.CYCLES, cycle.id(), 5).subList(3, 5));
    told.all(Told.CYCLES).forEach(EventSchemas::check);

    cycle.step(company.hr, "sharing").then().statusCode(200);
    refuses(countersign(cycle, company.lead), "cycle-not-judged");
    cycle.judged(2);
    late.conclude(company.lead, 3);
    refuses(countersign(cycle, company.lead), "results-changed");

    cycle.step(company.hr, "sharing").then().statusCode(200);
    refuses(countersign(cycle, company.lead), "cycle-not-judged");
    cycle.step(company.hr, "sharing").then().statusCode(200);
    cycle.judged(3);
    countersign(cycle, company.lead).then().statusCode(200).body("state", equalTo("SHARING"));
  }

  /** Whoever comes second learns what the first one did. */
  @Test
  void aSessionThatDrawsAndAProposalAtTheSameMomentDontBothGoThrough() throws Exception {
    Company company = Company.of(1);
    LiveCycle cycle = LiveCycle.open(company);
    LiveReview review = cycle.reviewOf(company.staff.get(0));
    review.conclude(company.lead, 4);
    cycle.calibrate();
    LiveSession session = new LiveSession(cycle);
    List<Response> answers =
        AtOnce.answers(() -> session.claim(review), () -> cycle.step(company.hr, "sharing"));
    assertEquals(List.of(200, 409), AtOnce.statuses(answers));
  }

  private static Response countersign(LiveCycle cycle, Person who) {
    return cycle.step(who, "sharing/countersignature");
  }

  private static void refuses(Response answer, String type) {
    answer.then().statusCode(409).body("type", containsString(type));
  }
}
