package org.evenhand.review.judgement;

import static org.evenhand.review.Hris.asEmployee;
import static org.evenhand.review.Hris.hire;
import static org.evenhand.review.Hris.takeIn;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.review.Transactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Results are not shared before analytics has judged them and every finding is answered. */
@QuarkusTest
class SharingGateTest {

  private static final String TOPIC = "evenhand.findings";

  @Inject Transactions transactions;

  private UUID cycle;

  @BeforeEach
  void everySessionHasDecided() {
    takeIn(hire("GATE1", "", "gate"), hire("GATE2", "GATE1", "gate"));
    cycle = DecidedCycle.of(transactions, "gate", "GATE2", "GATE1");
    propose().then().statusCode(200);
  }

  @Test
  void theProposalTellsHowManyReviewsWait() throws IOException {
    ConsumerRecord<String, String> told =
        Events.ofTest()
            .await(
                "evenhand.cycles",
                1,
                event ->
                    event.key().equals(cycle.toString())
                        && "org.evenhand.cycle.sharing-proposed.v1"
                            .equals(Events.header(event, "ce_type")))
            .get(0);
    EventSchemas.check(told);
    var payload = new ObjectMapper().readTree(told.value());
    assertEquals(1, payload.path("awaitingSharing").asInt());
    assertEquals(0, payload.path("awaitingCalibrated").asInt(-1));
    assertEquals("CALIBRATING", payload.path("state").asText());
  }

  @Test
  void isNotSharedBeforeItWasJudged() {
    countersign().then().statusCode(409).body("type", containsString("/cycle-not-judged"));
    asEmployee("GATE1", "manager")
        .get("/v1/cycles/" + cycle)
        .then()
        .body("state", equalTo("CALIBRATING"));
  }

  @Test
  void isSharedOnceItWasJudgedWithoutFindings() {
    judged(Ids.next(), 0);
    countersigned();
  }

  @Test
  void waitsUntilEachFindingIsAnsweredAndNamesThem() {
    UUID judgement = Ids.next();
    UUID answered = Ids.next();
    UUID open = Ids.next();
    finding("raised", answered, judgement, 0);
    finding("answered", answered, judgement, 1);
    finding("raised", open, judgement, 0);
    judged(judgement, 2);
    refusedNaming(open.toString());

    finding("answered", open, judgement, 1);
    countersigned();
  }

  @Test
  void waitsForFindingsThatItHasNotHeardOfYet() {
    UUID judgement = Ids.next();
    UUID finding = Ids.next();
    judged(judgement, 1);
    refusedNaming("1 more");

    finding("raised", finding, judgement, 0);
    finding("cleared", finding, judgement, 1);
    countersigned();
  }

  @Test
  void waitsForTheFindingsOfEveryJudgement() {
    UUID first = Ids.next();
    UUID open = Ids.next();
    judged(1, first, 1);
    judged(2, Ids.next(), 0);
    refusedNaming("1 more");

    finding("raised", open, first, 0);
    refusedNaming(open.toString());
    finding("cleared", open, first, 1);
    countersigned();
  }

  @Test
  void forgetsNoAnswerWhenAnEventComesAgain() {
    UUID judgement = Ids.next();
    UUID finding = Ids.next();
    finding("raised", finding, judgement, 0);
    finding("answered", finding, judgement, 1);
    finding("raised", finding, judgement, 0);
    judged(judgement, 1);
    judged(judgement, 1);
    countersigned();
  }

  private void refusedNaming(String words) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                countersign()
                    .then()
                    .statusCode(409)
                    .body("type", containsString("/findings-unanswered"))
                    .body("errors", hasSize(1))
                    .body("errors[0].detail", containsString(words)));
  }

  private void countersigned() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> countersign().then().statusCode(200).body("state", equalTo("SHARING")));
  }

  private Response propose() {
    return decide("GATE2", "hr-lead", "sharing");
  }

  private Response countersign() {
    return decide("GATE1", "manager", "sharing/countersignature");
  }

  private Response decide(String who, String role, String step) {
    String path = "/v1/cycles/" + cycle;
    String etag = asEmployee(who, role).get(path).header("ETag");
    return asEmployee(who, role).header("If-Match", etag).post(path + "/" + step);
  }

  private void judged(UUID judgement, int raised) {
    judged(1, judgement, raised);
  }

  private void judged(int edition, UUID judgement, int raised) {
    publish(
        "org.evenhand.cycle.judged.v1",
        cycle,
        edition,
        """
        {"cycleId": "%s", "judgementId": "%s", "origin": "LIVE", "edition": %d, "raised": %d,
         "judgedAt": "2026-11-25T10:00:00Z"}
        """
            .formatted(cycle, judgement, edition, raised));
  }

  private void finding(String happening, UUID finding, UUID judgement, int sequence) {
    publish(
        "org.evenhand.finding." + happening + ".v1",
        finding,
        sequence,
        """
        {"findingId": "%s", "cycleId": "%s", "judgementId": "%s", "origin": "LIVE",
         "metric": "impactRatio", "verdict": "WARN"}
        """
            .formatted(finding, cycle, judgement));
  }

  private void publish(String type, UUID subject, long sequence, String json) {
    Events.ofTest().publish(TOPIC, type, "/analytics-service", subject.toString(), sequence, json);
  }
}
