package org.evenhand.review.judgement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.Told;
import org.junit.jupiter.api.Test;

/** A proposal says which results it is about, so that nobody takes earlier ones for these. */
@QuarkusTest
class ProposedResultsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> WAITING = Set.of("SUBMITTED", "CALIBRATED", "NOT_CALIBRATED");

  /** The third has nothing to be shared yet. */
  @Test
  void whoHasHeardOfAllReviewsReachesItsFingerprintAndNotThatOfWhatWasConcludedBefore()
      throws Exception {
    Company company = Company.of(3);
    LiveCycle cycle = LiveCycle.open(company);
    LiveReview anew = cycle.reviewOf(company.staff.get(0));
    anew.conclude(company.lead, 4);
    cycle.reviewOf(company.staff.get(1)).conclude(company.lead, 3);
    cycle.calibrate();
    Told told = new Told(cycle);
    String first = proposed(company, cycle, told, 4);
    assertEquals(fingerprint(told), first);

    reopen(company, anew);
    anew.conclude(company.lead, 3);
    String second = proposed(company, cycle, told, 5);
    assertEquals(fingerprint(told), second);
    assertNotEquals(first, second);
  }

  private static void reopen(Company company, LiveReview review) {
    review
        .post(company.hr, "reopening", Map.of("reason", "Two deliveries were left out"))
        .then()
        .statusCode(200);
    review
        .post(company.chief, "reopening/countersignature", Map.of())
        .then()
        .statusCode(200)
        .body("state", equalTo("IN_PROGRESS"));
  }

  /** The fingerprint that the last of so many events of the cycle tells. */
  private static String proposed(Company company, LiveCycle cycle, Told told, int events)
      throws JsonProcessingException {
    cycle.step(company.hr, "sharing").then().statusCode(200);
    List<ConsumerRecord<String, String>> all = told.await(Told.CYCLES, events);
    JsonNode proposal = JSON.readTree(all.get(events - 1).value());
    assertEquals(2, proposal.path("awaitingSharing").asInt());
    return proposal.path("resultsFingerprint").asText();
  }

  /** As a consumer works it out of the last state that it has heard of each review. */
  private static String fingerprint(Told told)
      throws JsonProcessingException, GeneralSecurityException {
    Map<String, JsonNode> states = new TreeMap<>();
    for (ConsumerRecord<String, String> event : told.all(Told.INTERNAL)) {
      states.put(event.key(), JSON.readTree(event.value()));
    }
    String listed =
        states.values().stream()
            .filter(state -> WAITING.contains(state.path("state").asText()))
            .map(ProposedResultsTest::listed)
            .collect(Collectors.joining(","));
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(listed.getBytes(UTF_8)));
  }

  private static String listed(JsonNode state) {
    return "%s %d %s"
        .formatted(
            state.path("reviewId").asText(),
            state.path("revision").asInt(),
            state.path("state").asText());
  }
}
