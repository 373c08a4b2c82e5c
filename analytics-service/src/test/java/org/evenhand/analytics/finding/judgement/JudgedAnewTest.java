package org.evenhand.analytics.finding.judgement;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.Database;
import org.evenhand.analytics.Releases;
import org.evenhand.analytics.ReviewStream.Sent;
import org.evenhand.analytics.finding.FindingEvents;
import org.evenhand.kit.data.due.DueRunner;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Sharing is proposed before any session has decided; what these decide later is judged anew. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JudgedAnewTest {

  private static final String CYCLE = "proposed too early";
  private static final String RESPONSE = "FINDING_RESPONSE";

  @Inject DueRunner dueWork;

  private int sequence = 1;

  @BeforeAll
  void two_teams_exist() {
    TwoTeams.exist();
  }

  @Test
  void other_results_are_judged_anew_and_what_comes_out_the_same_keeps_its_answer()
      throws Throwable {
    all("SUBMITTED", JudgedAnewTest::alike);
    propose(0, 1);
    assertEquals(0, raised(1, 1));

    // Of another edition a review is still being calibrated; that one is taken back.
    sequence++;
    counted(List.of(TwoTeams.review(CYCLE, 59, "IN_CALIBRATION", alike(59), alike(59), sequence)));
    propose(1, 2);
    TwoTeams.send(List.of(TwoTeams.sharingWithdrawn(CYCLE, 25)));
    Api.until(() -> Api.completion(Api.INSIGHT, CYCLE, "none"), answer -> isForgotten());

    all("CALIBRATED", JudgedAnewTest::apart);
    propose(TwoTeams.PEOPLE, 3);
    assertEquals(2, raised(3, 2));
    String ratio = id("impactRatio");
    String delta = id("cliffsDelta");
    is(ratio, "RAISED").body("summary.verdict", equalTo("CRITICAL"));
    answer(ratio);

    // That one was reopened and concluded anew is heard of after the proposal.
    propose(TwoTeams.PEOPLE - 1, 4);
    awaitProposed(4);
    VertxContextSupport.subscribeAndAwait(dueWork::runDue);
    assertEquals(
        2, Database.number("select count(*) from judgement where cycle_key = '" + CYCLE + "'"));

    // One person alone moves nothing that is shown, so the figures are the same.
    sequence++;
    counted(List.of(TwoTeams.review(CYCLE, 59, "SUBMITTED", 4, 4, sequence)));
    assertEquals(0, raised(4, 3));
    is(ratio, "ANSWERED");
    is(delta, "RAISED");
    assertTrue(TwoTeams.tasks(TwoTeams.MANAGER, RESPONSE).contains("/v1/findings/" + delta));

    all("CALIBRATED", JudgedAnewTest::alike);
    propose(TwoTeams.PEOPLE, 5);
    assertEquals(0, raised(5, 4));
    is(ratio, "CLEARED").body("cleared.reason", equalTo("NO_LONGER_REACHED"));
    is(delta, "CLEARED").body("cleared.reason", equalTo("NO_LONGER_REACHED"));
    assertFalse(TwoTeams.tasks(TwoTeams.MANAGER, RESPONSE).contains("/v1/findings/" + delta));
    assertEquals(
        List.of("LAPSED", "LAPSED"),
        Database.column("select state from duty where subject = '" + delta + "'"));
  }

  /** Three come after calibration began: to show them would be to show their ratings. */
  @Test
  void what_differs_by_a_few_from_an_earlier_edition_is_judged_on_what_is_shown() throws Throwable {
    String cycle = "three came later";
    send(cycle, 0, 57, 1);
    Releases.publish(cycle);
    Api.distribution(Api.INSIGHT, cycle, "none").then().body("phases[0].people", equalTo(57));
    send(cycle, 57, TwoTeams.PEOPLE, 1);
    Api.distribution(Api.INSIGHT, cycle, "none").then().body("phases[0].people", equalTo(57));
    TwoTeams.send(List.of(TwoTeams.sharingProposed(cycle, TwoTeams.PEOPLE, 0, 1, 10)));
    judged(cycle, 1);
    Api.distribution(Api.INSIGHT, cycle, "none").then().body("phases.people", contains(60, 60));
    Api.fairness(cycle, TwoTeams.DIMENSION, "AFTER")
        .then()
        .body("groups.find { it.value == 'North' }.carriedFrom.edition", equalTo(1))
        .body("groups.find { it.value == 'North' }.carriedFrom.phase", equalTo("BEFORE"))
        .body("groups.find { it.value == 'North' }.n", equalTo(29));
    String finding =
        Database.column(
                "select id from finding where state = 'RAISED' and cycle_key = '" + cycle + "'")
            .get(0);
    Api.as(Api.INSIGHT)
        .get("/v1/findings/" + finding)
        .then()
        .body("figures.people", equalTo(29))
        .body("figures.carriedFrom.edition", equalTo(1))
        .body("figures.carriedFrom.moment", equalTo("CALIBRATION_STARTED"));
  }

  /** What appeals have made of it is reported; nothing is tested a second time. */
  @Test
  void a_closed_cycle_reports_effects_and_tests_nothing_anew() throws Throwable {
    String cycle = "closed after appeals";
    send(cycle, 0, TwoTeams.PEOPLE, 1);
    TwoTeams.send(List.of(TwoTeams.sharingProposed(cycle, TwoTeams.PEOPLE, 0, 1, 10)));
    judged(cycle, 1);
    String delta = "groups.find { it.value == 'North' }.cliffsDelta.";
    Api.fairness(cycle, TwoTeams.DIMENSION, "AFTER")
        .then()
        .body("release.edition.moment", equalTo("SHARING_PROPOSED"))
        .body(delta + "verdict.outcome", not(equalTo("REPORTED")))
        .body(delta + "test", notNullValue());
    Releases.close(cycle);
    Api.fairness(cycle, TwoTeams.DIMENSION, "AFTER")
        .then()
        .body("release.edition.moment", equalTo("CLOSED"))
        .body("release.next", nullValue())
        .body(delta + "verdict.outcome", equalTo("REPORTED"))
        .body(delta + "delta", notNullValue())
        .body(delta + "test", nullValue());
    judged(cycle, 1);
  }

  @Test
  void where_nobody_was_rated_there_is_nothing_to_wait_for() {
    String cycle = "nobody rated";
    TwoTeams.send(List.of(TwoTeams.review(cycle, 0, "IN_PROGRESS", 3, 3, 1)));
    TwoTeams.send(List.of(TwoTeams.sharingProposed(cycle, 0, 0, 1, 10)));
    judged(cycle, 1);
  }

  private static void judged(String cycle, int times) {
    Api.until(
        () -> Api.completion(Api.INSIGHT, cycle, "none"),
        answer ->
            Database.number("select count(*) from judgement where cycle_key = '" + cycle + "'")
                == times);
  }

  private static void send(String cycle, int from, int to, int sequence) {
    List<Sent> reviews = new ArrayList<>();
    for (int person = from; person < to; person++) {
      reviews.add(
          TwoTeams.review(cycle, person, "SUBMITTED", apart(person), apart(person), sequence));
    }
    TwoTeams.send(reviews);
    Api.until(
        () -> Api.completion(Api.INSIGHT, cycle, "none"),
        answer -> Integer.valueOf(to).equals(answer.path("groups[0].submitted")));
  }

  /** Ten of each are at the top. */
  private static int alike(int person) {
    return person / 2 % 3 == 0 ? 5 : 2 + person / 2 % 2;
  }

  /** Two of the North are at the top, and twenty of the South. */
  private static int apart(int person) {
    boolean top = TwoTeams.isNorth(person) ? person < 4 : person < 40;
    return top ? 5 : 2 + person / 2 % 2;
  }

  private void all(String state, IntUnaryOperator stands) {
    sequence++;
    List<Sent> reviews = new ArrayList<>();
    for (int person = 0; person < TwoTeams.PEOPLE; person++) {
      reviews.add(
          TwoTeams.review(
              CYCLE, person, state, alike(person), stands.applyAsInt(person), sequence));
    }
    counted(reviews);
  }

  private void propose(int calibrated, int edition) {
    TwoTeams.send(
        List.of(
            TwoTeams.sharingProposed(CYCLE, TwoTeams.PEOPLE, calibrated, edition, 10 * edition)));
  }

  private static void awaitProposed(int edition) {
    Api.until(
        () -> Api.completion(Api.INSIGHT, CYCLE, "none"),
        answer ->
            Database.number(
                    "select edition from sharing_proposal where cycle_id = '%s'"
                        .formatted(Company.id("cycle " + CYCLE)))
                == edition);
  }

  /** Topics are in no order among each other, so the reviews are waited for. */
  private void counted(List<Sent> reviews) {
    TwoTeams.send(reviews);
    Api.until(
        () -> Api.completion(Api.INSIGHT, CYCLE, "none"),
        answer ->
            Database.number(
                    "select count(*) from inbox where topic = 'evenhand.internal.ratings' and"
                        + " sequence = %d and subject in (select cast(review_id as text) from rating_fact where cycle_id = '%s')"
                            .formatted(sequence, Company.id("cycle " + CYCLE)))
                == reviews.size());
  }

  /** How many findings the judgement of an edition raised, as subscribers are told. */
  private static int raised(int edition, int number) throws JsonProcessingException {
    List<ConsumerRecord<String, String>> judged =
        Events.ofTest().await(FindingEvents.TOPIC, number, JudgedAnewTest::isJudged);
    assertEquals(number, judged.size());
    ConsumerRecord<String, String> last = judged.get(number - 1);
    EventSchemas.check(last);
    JsonNode judgement = new ObjectMapper().readTree(last.value());
    assertEquals(edition, judgement.path("edition").asInt());
    assertEquals(number, judgement.path("number").asInt());
    return judgement.path("raised").asInt();
  }

  /** Nobody looks any more whether it is whole. */
  private static boolean isForgotten() {
    String cycle = Company.id("cycle " + CYCLE).toString();
    return Database.number("select count(*) from sharing_proposal where cycle_id = '" + cycle + "'")
            + Database.number("select count(*) from due_work where subject = '" + cycle + "'")
        == 0;
  }

  private static boolean isJudged(ConsumerRecord<String, String> event) {
    return event.key().equals(Company.id("cycle " + CYCLE).toString())
        && "org.evenhand.cycle.judged.v1".equals(Events.header(event, "ce_type"));
  }

  private static ValidatableResponse is(String finding, String state) {
    return Api.as(Api.INSIGHT)
        .get("/v1/findings/" + finding)
        .then()
        .body("summary.state", equalTo(state));
  }

  private static String id(String metric) {
    return Api.as(Api.INSIGHT)
        .queryParams(Map.of("cycle", CYCLE, "metric", metric, "dimension", TwoTeams.DIMENSION))
        .get("/v1/findings")
        .path("items[0].id");
  }

  private static void answer(String finding) {
    sign(
        TwoTeams.LEAD,
        finding,
        "response",
        Map.of("action", "Both read the reviews again", "dueOn", "2099-01-31"));
    sign(TwoTeams.MANAGER, finding, "response/countersignature", Map.of());
  }

  private static void sign(Tokens who, String finding, String step, Map<String, String> body) {
    String path = "/v1/findings/" + finding;
    var request = Api.as(who).header("If-Match", Api.as(who).get(path).header("ETag"));
    Response signed =
        (body.isEmpty() ? request : request.contentType("application/json").body(body))
            .post(path + "/" + step);
    signed.then().statusCode(200);
  }
}
