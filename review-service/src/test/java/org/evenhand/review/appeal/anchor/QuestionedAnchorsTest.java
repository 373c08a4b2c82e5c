package org.evenhand.review.appeal.anchor;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.Said;
import org.evenhand.kit.test.TestClock;
import org.evenhand.review.appeal.SharedResults;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveAppeal;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.evenhand.review.live.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Policy hears which anchor appeals turn on, and nobody which appeals they were. */
@QuarkusTest
class QuestionedAnchorsTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Map<String, Object> TOGETHER = Map.of("criterion", "together", "ordinal", 4);
  private static final Map<String, Object> DELIVERY = Map.of("criterion", "delivery", "ordinal", 5);

  @Inject TestClock clock;

  private static final String PRECEDENT = UUID.randomUUID().toString();

  private SharedResults shared;
  private Company company;
  private String policy;

  @AfterEach
  void realTime() {
    clock.reset();
  }

  @Test
  void theThirdAppealOfAnAnchorIsToldOnceAmongFiveWhenAMonthBegins() {
    shared = SharedResults.of(6);
    company = shared.company();
    policy = shared.cycle().read(company.hr).path("policyId");
    // The first of the staff has a manager in the panel.
    List<LiveAppeal> appeals =
        company.staff.subList(1, 6).stream()
            .map(
                one ->
                    LiveAppeal.before(company, one, shared.cycle().reviewOf(one), shared.panel()))
            .toList();
    appeals.forEach(appeal -> appeal.judge(shared.panel()));
    aPrecedentIsNamedThatIsOut(appeals.get(0));
    unknownAnchorIsRefused(appeals.get(0));

    appeals.subList(0, 3).forEach(appeal -> decide(appeal, TOGETHER, TOGETHER));
    thePrecedentIsShown(appeals.get(0));
    decide(appeals.get(3), TOGETHER, DELIVERY);
    assertEquals(1, waiting(), "nothing is told at the moment of a decision");
    monthBegins();
    assertEquals(List.of(), told(), "three of four appeals could be known");

    decide(appeals.get(4), DELIVERY, DELIVERY);
    monthBegins();
    JsonPath told =
        JsonPath.from(Events.ofTest().await(Told.CYCLES, 1, this::isOurs).get(0).value());
    assertEquals("together", told.getString("criterion"));
    assertEquals(4, told.getInt("ordinal"));
    assertEquals(3, told.getInt("appeals"));
    assertEquals(1, told.getInt("policyVersion"));

    Tables.execute(
        "insert into due_work (kind, subject, due_at, try_at) values ('%s', '%s', now(), now())"
            .formatted(QuestionedAnchors.KIND, policy));
    awaitRun();
    List<ConsumerRecord<String, String>> all = told();
    assertEquals(1, all.size(), "once for each anchor of a version");
    EventSchemas.check(all.get(0));
  }

  private void unknownAnchorIsRefused(LiveAppeal appeal) {
    vote(appeal, shared.member(0), Map.of("criterion", "together", "ordinal", 2))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/turnsOn"));
  }

  private void aPrecedentIsNamedThatIsOut(LiveAppeal appeal) {
    Map<String, Object> vote = new HashMap<>();
    vote.put("choice", "CHANGE");
    vote.put("ordinal", 4);
    vote.put("precedentId", PRECEDENT);
    vote.put("reason", "The same was rated 4 there");
    appeal
        .put(shared.member(0), "vote", vote)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/precedentId"));

    Tables.execute(
        "insert into known_precedent (id, policy_id) values ('%s', '%s')"
            .formatted(PRECEDENT, policy));
  }

  private void thePrecedentIsShown(LiveAppeal appeal) {
    JsonNode seen = Said.by(appeal.read(shared.member(0)));
    assertEquals(policy, seen.at("/evidence/policyId").asText(), "where the panel finds them");
    assertEquals(PRECEDENT, seen.at("/panel/votes/0/precedentId").asText());
    assertEquals(PRECEDENT, seen.at("/decision/precedentIds/0").asText());
  }

  /**
   * The one who confirms names an anchor, too: that is a view of how it reads, not of the level.
   */
  private void decide(LiveAppeal appeal, Map<String, Object> first, Map<String, Object> second) {
    vote(appeal, shared.member(0), first).then().statusCode(200);
    vote(appeal, shared.member(1), second).then().statusCode(200);
    appeal.vote(shared.member(2), "CONFIRM").then().statusCode(200);
  }

  private static Response vote(LiveAppeal appeal, Person member, Map<String, Object> anchor) {
    Map<String, Object> vote = new HashMap<>();
    vote.put("choice", "CHANGE");
    vote.put("ordinal", 4);
    vote.put("turnsOn", anchor);
    vote.put("precedentId", PRECEDENT);
    vote.put("reason", "It says more than was asked of them");
    return appeal.put(member, "vote", vote);
  }

  private void monthBegins() {
    LocalDate next =
        clock.instant().atOffset(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1).plusMonths(1);
    clock.set(next.atTime(1, 0).toInstant(ZoneOffset.UTC));
    awaitRun();
  }

  private void awaitRun() {
    await().atMost(SOON).untilAsserted(() -> assertEquals(0, waiting()));
  }

  private long waiting() {
    return Tables.count(
        "due_work where kind = '%s' and subject = '%s'".formatted(QuestionedAnchors.KIND, policy));
  }

  private List<ConsumerRecord<String, String>> told() {
    assertTrue(
        Tables.count("questioned_anchor where policy_id = '" + policy + "'") <= 1,
        "one anchor alone comes to three");
    return Events.ofTest().all(Told.CYCLES).stream().filter(this::isOurs).toList();
  }

  private boolean isOurs(ConsumerRecord<String, String> event) {
    return "org.evenhand.anchor.questioned.v1".equals(Events.header(event, "ce_type"))
        && event.value().contains(policy);
  }
}
