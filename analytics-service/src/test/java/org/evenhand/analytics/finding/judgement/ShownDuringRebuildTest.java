package org.evenhand.analytics.finding.judgement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.BlindScores;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.Database;
import org.evenhand.analytics.Releases;
import org.evenhand.analytics.ReviewStream.Sent;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Everything that somebody may ask, before, while and after everything is counted anew. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShownDuringRebuildTest {

  private static final String JUDGED = "shown throughout";
  private static final String HALF = "half of it in";
  private static final int IN = 50;

  @BeforeAll
  void a_cycle_is_judged_and_of_another_one_ratings_are_missing() {
    TwoTeams.exist();
    List<Sent> events = new ArrayList<>();
    for (int person = 0; person < TwoTeams.PEOPLE; person++) {
      events.add(review(JUDGED, person, "CALIBRATED"));
      events.add(review(HALF, person, person < IN ? "SUBMITTED" : "NOT_STARTED"));
    }
    events.add(TwoTeams.sharingProposed(JUDGED, TwoTeams.PEOPLE, TwoTeams.PEOPLE, 4));
    events.add(BlindScores.twelve(JUDGED, "session of the rebuild", "TT-M", "TT-L", "TT-O"));
    TwoTeams.send(events);
    Api.until(
        () -> findings(TwoTeams.MANAGER), answer -> answer.jsonPath().getList("items").size() > 0);
    Api.until(() -> agreement(), answer -> answer.jsonPath().getList("sessions").size() == 1);
    Awaitility.await().until(() -> counted() == 2 * TwoTeams.PEOPLE);
    Releases.publish(HALF);
  }

  @Test
  void what_is_shown_and_who_may_answer_it_stays_as_it_is() throws SQLException {
    Map<String, String> before = answers();
    Response started;
    try (Connection held = Database.connect()) {
      held.setAutoCommit(false);
      // A batch of these cycles has to wait: the facts stay as empty as the rebuild made them.
      held.createStatement()
          .executeQuery(
              "select 1 from cycle where key in ('%s', '%s') for update".formatted(JUDGED, HALF));
      started = Api.as(Api.HR_LEAD).post("/v1/rebuilds");
      started.then().statusCode(202);
      assertEquals(0, counted());
      assertEquals(before, answers());
      signed();
      before = answers();
      assertEquals("RUNNING", Api.as(Api.HR_LEAD).get(started.header("Location")).path("state"));
      held.rollback();
    }
    Api.until(
        () -> Api.as(Api.HR_LEAD).get(started.header("Location")),
        view -> "DONE".equals(view.path("state")));
    assertEquals(2 * TwoTeams.PEOPLE, counted());
    assertEquals(before, answers());
    assertEquals(0, Database.number("select count(*) from count_cell_aside"));
    assertEquals(Database.recounted(), Database.cells());
  }

  private static void signed() {
    Response finding = Api.as(TwoTeams.MANAGER).get("/v1/findings/" + finding());
    Api.as(TwoTeams.MANAGER)
        .contentType("application/json")
        .header("If-Match", finding.header("ETag"))
        .body(Map.of("action", "Both read them again", "dueOn", "2099-01-31"))
        .post("/v1/findings/" + finding() + "/response")
        .then()
        .statusCode(200);
  }

  /** With a unit of three, for whose sake another one is hidden. */
  private static Sent review(String cycle, int person, String state) {
    boolean top = TwoTeams.isNorth(person) ? person < 4 : person < 40;
    int level = top ? 5 : 2 + person / 2 % 2;
    Sent review = TwoTeams.review(cycle, person, state, level, level, 1);
    review.data().put("reviewerId", Company.id("TT-M"));
    if (person < 15) {
      review.data().put("orgUnit", person < 3 ? "of three" : "of twelve");
    }
    return review;
  }

  private static Map<String, String> answers() {
    Map<String, String> answers = new LinkedHashMap<>();
    for (String cycle : List.of(JUDGED, HALF)) {
      for (String by : List.of("none", "orgUnit")) {
        answers.put("completion by " + by + cycle, text(Api.completion(Api.INSIGHT, cycle, by)));
        answers.put("levels by " + by + cycle, text(Api.distribution(Api.INSIGHT, cycle, by)));
      }
      answers.put("line of " + cycle, text(Api.completion(TwoTeams.MANAGER, cycle, "none")));
      answers.put("given in " + cycle, text(Api.distribution(TwoTeams.MANAGER, cycle, "none")));
      answers.put("before " + cycle, text(Api.fairness(cycle, TwoTeams.DIMENSION, "BEFORE")));
      answers.put("after " + cycle, text(Api.fairness(cycle, TwoTeams.DIMENSION, "AFTER")));
    }
    answers.put(
        "given", text(Api.as(TwoTeams.MANAGER).queryParam("phase", "BEFORE").get("/v1/drift")));
    answers.put("agreement", text(agreement()));
    Map<String, Tokens> askers =
        Map.of("manager", TwoTeams.MANAGER, "hr", TwoTeams.HR, "stranger", TwoTeams.OTHER_HR);
    askers.forEach(
        (who, token) -> {
          answers.put("findings for " + who, text(findings(token)));
          answers.put("finding for " + who, text(Api.as(token).get("/v1/findings/" + finding())));
        });
    return answers;
  }

  /** Without what differs with each request. */
  private static String text(Response answer) {
    return answer.statusCode() + answer.asString().replaceAll("\"requestId\":\"[^\"]*\"", "");
  }

  private static String finding() {
    return Database.column("select id from finding where cycle_key = '" + JUDGED + "' order by id")
        .get(0);
  }

  private static Response findings(Tokens token) {
    return Api.as(token).queryParam("cycle", JUDGED).get("/v1/findings");
  }

  private static Response agreement() {
    return Api.as(Api.INSIGHT).queryParam("cycle", JUDGED).get("/v1/agreement");
  }

  private static long counted() {
    return Database.number(
        "select count(*) from rating_fact where cycle_id in ('%s', '%s')"
            .formatted(Company.id("cycle " + JUDGED), Company.id("cycle " + HALF)));
  }
}
