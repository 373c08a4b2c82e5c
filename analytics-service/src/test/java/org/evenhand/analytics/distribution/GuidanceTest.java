package org.evenhand.analytics.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.Database;
import org.evenhand.analytics.Releases;
import org.evenhand.analytics.ReviewStream;
import org.evenhand.analytics.ReviewStream.Sent;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.Test;

/**
 * Four units: 20 people as the policy expects, 20 with far more at the top, 12 and 4 who are
 * hidden.
 */
@QuarkusTest
class GuidanceTest {

  private static final int[] FOUR = {4, 10, 40};
  private static final int[] FIVE = {5, 0, 20};

  @Test
  void a_shown_group_stands_beside_what_its_policy_expects_and_a_hidden_one_does_not() {
    send(List.of(Company.policy("announced", "guided", 1, 1, FIVE, FOUR)));
    send(rated("guided"));

    guided("guided", "orgUnit")
        .then()
        .body("guidance.policyId", equalTo(Company.id("policy guided").toString()))
        .body("guidance.policyVersion", equalTo(1))
        .body("guidance.note", containsString("blocks nothing"))
        .body("phases[0].groups.value", contains("As expected", "Generous", "Press", "Studio"))
        .body("phases[0].groups.outsideGuidance", contains(false, true, null, null))
        .body("phases[0].groups[0].levels[0].guidance", nullValue())
        .body("phases[0].groups[0].levels[2].guidance", nullValue())
        .body("phases[0].groups[0].levels[3].guidance", equalTo(range(.1f, .4f, 13, "WITHIN")))
        .body("phases[0].groups[0].levels[4].guidance", equalTo(range(0f, .2f, 8, "WITHIN")))
        .body("phases[0].groups[1].levels[3].guidance", equalTo(range(.1f, .4f, 13, "WITHIN")))
        .body("phases[0].groups[1].levels[4].guidance", equalTo(range(0f, .2f, 8, "ABOVE")))
        .body("phases[0].groups[2].levels", nullValue())
        .body("phases[0].groups[3].levels", nullValue());
  }

  @Test
  void a_manager_has_guidance_beside_ten_ratings_and_none_beside_four() {
    send(List.of(Company.policy("announced", "managed", 1, 1, FIVE)));
    send(rated("managed"));
    guided("managed", "none");

    own("M-Generous")
        .body("phases[0].groups[0].people", equalTo(20))
        .body("phases[0].groups[0].outsideGuidance", equalTo(true));
    own("M-Press")
        .body("phases[0].groups[0].people", equalTo(4))
        .body("phases[0].groups[0].outsideGuidance", nullValue())
        .body("phases[0].groups[0].levels.guidance", everyItem(nullValue()));
  }

  @Test
  void the_policy_may_come_after_the_ratings_more_than_once_and_a_later_version_changes_nothing() {
    send(rated("late"));
    Response before = shown("late", "none");
    assertEquals("UNKNOWN", before.path("guidance.state"), before::asString);
    before.then().body("phases[0].groups.outsideGuidance", contains(nullValue()));

    Sent announced = Company.policy("announced", "late", 1, 1, FIVE);
    Sent effective = Company.policy("effective", "late", 1, 2, FIVE);
    Sent next = Company.policy("announced", "late", 2, 3, new int[] {5, 60, 100});
    send(List.of(announced, announced, effective, announced, next, effective));

    Api.until(
        () -> Api.distribution(Api.INSIGHT, "late", "orgUnit"),
        answer -> rows("late") == 2 && "GIVEN".equals(answer.path("guidance.state")));
    Api.distribution(Api.INSIGHT, "late", "orgUnit")
        .then()
        .body("guidance.policyVersion", equalTo(1))
        .body("phases[0].groups[0].levels[4].guidance.highShare", equalTo(.2f));
  }

  @Test
  void a_policy_without_guidance_and_an_imported_year_say_that_there_is_none() {
    send(List.of(Company.policy("announced", "unguided", 1, 1)));
    send(rated("unguided"));
    Api.until(
            () -> shown("unguided", "none"), answer -> "NONE".equals(answer.path("guidance.state")))
        .then()
        .body("guidance.note", containsString("no guidance"))
        .body("phases[0].groups.outsideGuidance", contains(nullValue()));

    send(List.of(Company.recorded("Imported", "imported and unguided", 3, 5, 5)));
    Api.until(
            () -> Api.distribution(Api.INSIGHT, "imported and unguided", "none"),
            answer -> answer.statusCode() == 200)
        .then()
        .body("guidance.state", equalTo("IMPORTED"))
        .body("guidance.policyId", nullValue());
  }

  @Test
  void a_version_that_says_what_can_not_be_goes_to_the_dead_letters_with_its_cause() {
    send(
        List.of(
            Company.policy("announced", "outside the scale", 1, 1, new int[] {6, 0, 20}),
            Company.policy("announced", "turned round", 1, 1, new int[] {5, 30, 20}),
            Company.policy("announced", "twice", 1, 1, FIVE, FIVE),
            Company.policy(
                "announced", "too much", 1, 1, new int[] {4, 60, 70}, new int[] {5, 41, 50}),
            Company.policy("announced", "no scale", 1, 1, Map.of("name", "no scale")),
            Company.policy("announced", "no number", 1, 1, withoutLow()),
            // What is no whole version has nothing to say here, whatever it says.
            Company.policy("drafted", "a draft", 1, 1, Map.of()),
            Company.policy("announced", "sound", 1, 1, FIVE)));

    Map<String, String> causes =
        Map.of(
            "outside the scale", "outside the scale",
            "turned round", "low to high",
            "twice", "twice",
            "too much", "more than 100 percent",
            "no scale", "has a scale",
            "no number", "low");
    Map<String, String> dead = deadLetters(causes.keySet());
    causes.forEach(
        (policy, cause) -> assertTrue(dead.get(policy).contains(cause), dead.get(policy)));
    Awaitility.await().until(() -> rows("sound") == 1);
    assertEquals(0, rows("a draft") + rows("too much") + rows("twice"));
  }

  private static Map<String, Object> withoutLow() {
    return Map.of(
        "scale", Map.of("levels", List.of(Map.of("ordinal", 1), Map.of("ordinal", 2))),
        "calibration", Map.of("guidance", List.of(Map.of("ordinal", 1, "high", 20))));
  }

  /** By policy, why it was set aside. */
  private static Map<String, String> deadLetters(Set<String> policies) {
    Map<String, String> byKey =
        policies.stream()
            .collect(toMap(policy -> Company.id("policy " + policy).toString(), policy -> policy));
    return new Events(KafkaResource.broker().bootstrapServers())
            .await(
                Company.POLICIES + ".analytics-service.dlq",
                policies.size(),
                record -> byKey.containsKey(record.key()))
            .stream()
            .collect(
                toMap(
                    record -> byKey.get(record.key()),
                    record -> new String(record.headers().lastHeader("dlq_cause").value(), UTF_8),
                    // At least once.
                    (first, again) -> first));
  }

  private static long rows(String policy) {
    return Database.number(
        "select count(*) from policy_guidance where policy_id = '%s'"
            .formatted(Company.id("policy " + policy)));
  }

  private static Map<String, Object> range(float low, float high, int most, String place) {
    return Map.of(
        "lowShare", low, "highShare", high, "lowPeople", 0, "highPeople", most, "place", place);
  }

  private static ValidatableResponse own(String manager) {
    return Api.distribution(Tokens.forEmployee(manager, "employee", "manager"), "managed", "none")
        .then()
        .statusCode(200)
        .body("guidance.state", equalTo("GIVEN"));
  }

  private static Response guided(String cycle, String by) {
    return Api.until(
        () -> shown(cycle, by), answer -> "GIVEN".equals(answer.path("guidance.state")));
  }

  private static Response shown(String cycle, String by) {
    if (Releases.editions(cycle) == 0) {
      Releases.publish(cycle);
    }
    return Api.distribution(Api.INSIGHT, cycle, by);
  }

  private static List<Sent> rated(String cycle) {
    List<Sent> events = new ArrayList<>();
    unit(events, cycle, "As expected", 3, 3, 3, 4, 3, 3, 5, 4, 3, 3, 4, 3, 5, 3, 3, 4, 3, 5, 3, 4);
    unit(events, cycle, "Generous", 3, 5, 5, 3, 5, 5, 3, 5, 5, 3, 5, 5, 3, 5, 5, 3, 5, 5, 3, 3);
    unit(events, cycle, "Studio", 3, 4, 3, 4, 3, 4, 3, 4, 3, 4, 3, 4);
    unit(events, cycle, "Press", 3, 4, 3, 4);
    return events;
  }

  private static void unit(List<Sent> events, String cycle, String unit, int... ordinals) {
    events.add(Company.employee("M-" + unit, Map.of("orgUnit", unit)));
    for (int i = 0; i < ordinals.length; i++) {
      Map<String, Object> review =
          new HashMap<>(Company.review(unit + " " + i, cycle, "SUBMITTED"));
      review.put("orgUnit", unit);
      review.put("reviewerId", Company.id("M-" + unit));
      review.put("policyId", Company.id("policy " + cycle));
      review.put("policyVersion", 1);
      review.put("originalOrdinal", ordinals[i]);
      review.put("ordinal", ordinals[i]);
      events.add(Company.event("org.evenhand.review.submitted.v1", 1, review));
    }
  }

  private static void send(List<Sent> events) {
    try (ReviewStream stream = new ReviewStream()) {
      stream.send(events);
    }
  }
}
