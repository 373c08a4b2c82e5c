package org.evenhand.analytics.rebuild;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.BlindScores;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.Database;
import org.evenhand.analytics.Releases;
import org.evenhand.analytics.ReviewStream;
import org.evenhand.analytics.ReviewStream.Sent;
import org.evenhand.analytics.access.OpportunityKind;
import org.evenhand.analytics.access.Stage;
import org.evenhand.analytics.access.Trees;
import org.evenhand.analytics.growth.Growing;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RebuildTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String CYCLE = "counted anew";
  private static final String SCORES =
      "select concat_ws('|', session_id, cycle_id, scale_size, raters, revealed_at)"
          + " from blind_session order by 1";

  private static final String REACHED =
      "select concat_ws('|', kind, level, count(*)) from access_person where year = 2998"
          + " group by kind, level order by 1";

  private static final String KNOWN =
      "select count(*)::text from person where external_id in ('R1', 'R2')"
          + " and job_family is not null";

  private static final String JOBS =
      "select concat_ws('|', job, count(*)) from access_job where year = 2998 group by job";

  private static final String GROWN =
      "select concat_ws('|', recognition, cardinality(recipients)) from growth_feedback where year"
          + " = 2998 union all select outcome from growth_plan where year = 2998 union all select"
          + " 'begun' from growth_begun where year = 2998 order by 1";

  @Test
  void counting_everything_anew_gives_the_same_numbers_to_the_last_count() {
    Api.define(
            "belief",
            Map.of(
                "label", "Belief",
                "values", List.of("A", "B"),
                "countries", List.of(Map.of("country", "GB", "legalBasis", "A law"))))
        .then()
        .statusCode(201);
    send();
    Api.until(
        () -> Api.completion(Api.INSIGHT, CYCLE, "none"),
        answer ->
            answer.statusCode() == 200
                && Integer.valueOf(30).equals(answer.path("groups[0].acknowledged")));
    StringBuilder csv = new StringBuilder("externalId,dimension,value\n");
    for (int person = 0; person < 28; person++) {
      csv.append("R")
          .append(person)
          .append(",belief,")
          .append(person % 2 == 0 ? "A" : "B")
          .append('\n');
    }
    Api.declare(csv.toString()).then().statusCode(207);
    tellOfOpportunity();
    tellOfGrowth();
    Api.until(
        () -> Api.as(Api.INSIGHT).queryParam("cycle", CYCLE).get("/v1/agreement"),
        answer -> answer.jsonPath().getList("sessions").size() == 1);
    Releases.publish(CYCLE);
    Response shown =
        Api.until(
            () -> Api.fairness(CYCLE, "belief", "AFTER"),
            answer -> "SHOWN".equals(answer.path("state")));
    List<String> cells = Database.cells();
    List<String> stages = Database.stages();
    List<String> scores = Database.column(SCORES);
    String objection = objected();
    Database.change("update access_job set job = 'Former / ONE' where year = 2998");
    List<String> jobs = Database.column(JOBS);
    List<String> reached = Database.column(REACHED);
    assertEquals(List.of("MOVE|2|1", "MOVE|4|1"), reached);
    assertFalse(cells.isEmpty());
    assertFalse(scores.isEmpty());
    assertEquals(List.of("Former / ONE|2"), jobs);
    Database.change("update growth_plan set outcome = 'FORMER' where year = 2998");
    Database.change("delete from growth_feedback where year = 2998");
    Response guided =
        Api.until(
            () -> Api.distribution(Api.INSIGHT, CYCLE, "none"),
            answer -> Boolean.FALSE.equals(answer.path("phases[0].groups[0].outsideGuidance")));
    Database.column("delete from policy_guidance returning policy_id");

    Response started =
        Api.as(Api.HR_LEAD).header("Idempotency-Key", "rebuild-1").post("/v1/rebuilds");
    started.then().statusCode(202);
    Api.as(Api.HR_LEAD)
        .post("/v1/rebuilds")
        .then()
        .statusCode(409)
        .body("type", containsString("rebuild-running"));
    assertEquals(
        started.<String>path("id"),
        Api.as(Api.HR_LEAD).header("Idempotency-Key", "rebuild-1").post("/v1/rebuilds").path("id"));
    Api.until(
        () -> Api.as(Api.HR_LEAD).get(started.header("Location")),
        view -> "DONE".equals(view.path("state")));

    assertEquals(cells, Database.cells());
    assertEquals(stages, Database.stages());
    assertEquals(Database.recounted(), Database.cells());
    assertEquals(scores, Database.column(SCORES));
    assertEquals(reached, Database.column(REACHED));
    assertEquals(jobs, Database.column(JOBS));
    assertEquals(List.of("CARRIED_OVER", "begun", "t|2"), Database.column(GROWN));
    assertEquals(
        List.of("They were picked."),
        Database.column("select words from rater_objection where id = '" + objection + "'"));
    Response after = Api.fairness(CYCLE, "belief", "AFTER");
    assertEquals(shown.asString(), after.asString());
    assertEquals(guided.asString(), Api.distribution(Api.INSIGHT, CYCLE, "none").asString());
    Response agreement = Api.as(Api.INSIGHT).queryParam("cycle", CYCLE).get("/v1/agreement");
    assertEquals(List.of(11), agreement.path("sessions.measures.sampleLevels.none"));
  }

  @Test
  void an_unknown_rebuild_is_not_found() {
    Api.as(Api.HR_LEAD)
        .get("/v1/rebuilds/019a0000-0000-7000-8000-000000000000")
        .then()
        .statusCode(404);
    Api.as(Api.HR_LEAD).get("/v1/rebuilds/not-an-id").then().statusCode(404);
    Api.as(Api.HR_LEAD).queryParam("cursor", "???").get("/v1/rebuilds").then().statusCode(400);
  }

  /** What a manager wrote lies in no topic. */
  private static String objected() {
    return Database.column(
            "insert into rater_objection (id, version, cycle_id, cycle_key, origin, rater_id,"
                + " state, words, filed_at) select gen_random_uuid(), 0, cycle_id, key, origin,"
                + " gen_random_uuid(), 'OPEN', 'They were picked.', now() from cycle where key = '"
                + CYCLE
                + "' returning id")
        .get(0);
  }

  /** Of two pieces of feedback one was taken back. */
  private static void tellOfGrowth() {
    Growing.send(
        List.of(
            Growing.begun("anew", "R1", 2998),
            Growing.plan("carried-over", "anew", "R1", 2998, Map.of()),
            Growing.given("anew", "RECOGNITION", "R1", List.of("R2", "R3"), 2998),
            Growing.given("gone", "RECOGNITION", "R1", List.of("R2"), 2998),
            Growing.removed("gone", 2998)));
    await()
        .atMost(SOON)
        .until(() -> Database.column(GROWN).equals(List.of("CARRIED_OVER", "begun", "t|2")));
  }

  /** Once its people are known: their jobs are kept as they are then. */
  private static void tellOfOpportunity() {
    await().atMost(SOON).until(() -> Database.column(KNOWN).equals(List.of("2")));
    try (ReviewStream stream = new ReviewStream()) {
      stream.send(
          List.of(
              Trees.part(
                  CYCLE,
                  OpportunityKind.MOVE,
                  "2998-01-01",
                  1,
                  1,
                  Map.of("R1", Stage.APPLIED, "R2", Stage.SELECTED))));
    }
    await()
        .atMost(SOON)
        .until(() -> Database.column(REACHED).equals(List.of("MOVE|2|1", "MOVE|4|1")));
  }

  private static void send() {
    List<Sent> events = new ArrayList<>();
    for (int person = 0; person < 30; person++) {
      int ordinal = 1 + person % 5;
      events.add(Company.employee("R" + person, Map.of()));
      events.add(state(person, 1, "NOT_STARTED", null));
      events.add(state(person, 2, "SUBMITTED", ordinal));
      events.add(state(person, 2, "SUBMITTED", ordinal));
      events.add(state(person, 3, "CALIBRATED", Math.max(1, ordinal - 1)));
      events.add(state(person, 4, "ACKNOWLEDGED", Math.max(1, ordinal - 1)));
    }
    events.add(BlindScores.twelve(CYCLE, "session", "R1", "R2", "R3"));
    events.add(Company.policy("announced", CYCLE, 1, 1, new int[] {5, 0, 20}));
    try (ReviewStream stream = new ReviewStream()) {
      stream.send(events);
    }
  }

  private static Sent state(int person, int sequence, String state, Integer ordinal) {
    Map<String, Object> review = new HashMap<>(Company.review("R" + person, CYCLE, state));
    review.put("policyId", Company.id("policy " + CYCLE));
    review.put("policyVersion", 1);
    if (ordinal != null) {
      review.put("originalOrdinal", 1 + person % 5);
      review.put("ordinal", ordinal);
    }
    return Company.event("org.evenhand.review.changed.v1", sequence, review);
  }
}
