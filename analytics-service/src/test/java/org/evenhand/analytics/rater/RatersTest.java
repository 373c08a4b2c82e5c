package org.evenhand.analytics.rater;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.BlindScores;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.Database;
import org.evenhand.analytics.Releases;
import org.evenhand.analytics.ReviewStream;
import org.evenhand.analytics.ReviewStream.Sent;
import org.evenhand.kit.test.TestClock;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Raters in Norway with 12 ratings each: lenient, strict and three usual ones, under one of whom
 * the hr-lead works, and far under another; one with 3 ratings and one with 6 who protects them.
 * Told from when nothing is switched on until it is switched off again.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RatersTest {

  private static final String CYCLE = "raters";
  private static final Tokens LENIENT = Tokens.forEmployee("R-lenient", "employee", "manager");
  private static final Tokens STRICT = Tokens.forEmployee("R-strict", "employee", "manager");
  private static final Tokens SMALL = Tokens.forEmployee("R-small", "employee", "manager");
  private static final Tokens LEAD = Tokens.forEmployee("R-lead", "employee", "hr-lead");

  @Inject TestClock clock;

  @AfterEach
  void realTime() {
    clock.reset();
  }

  @BeforeAll
  void seven_managers_have_rated() {
    Api.connect();
    // Nowhere is it on, whatever other tests have done.
    Database.column(
        "update rater_profiling set enabled_until = date '2020-01-02' returning country");
    List<Sent> events = new ArrayList<>();
    events.add(
        Company.employee("R-lead", Map.of("country", "NO", "managerId", Company.id("R-usual 1"))));
    rated("R-lenient", new int[] {0, 0, 1, 4, 7}, events);
    rated("R-strict", new int[] {6, 4, 2, 0, 0}, events);
    rated("R-usual 1", new int[] {1, 2, 6, 2, 1}, events);
    rated("R-usual 2", new int[] {1, 3, 4, 3, 1}, events);
    rated("R-usual 3", new int[] {2, 2, 4, 2, 2}, events);
    // Above the hr-lead's manager and under them: even a circle of lines has an end.
    events.add(worksUnder("R-usual 1", "R-usual 3"));
    events.add(worksUnder("R-usual 3", "R-usual 1"));
    rated("R-six", new int[] {1, 2, 2, 1, 0}, events);
    rated("R-small", new int[] {0, 1, 1, 1, 0}, events);
    Sent first = BlindScores.twelve(CYCLE, "the first", "R-lenient", "R-usual 1", "R-strict");
    events.addAll(List.of(first, first));
    try (ReviewStream stream = new ReviewStream()) {
      stream.send(events);
    }
    Api.until(() -> sessions(), answer -> answer.jsonPath().getList("sessions").size() == 1);
    Releases.publish(CYCLE);
  }

  @Test
  @Order(1)
  void nobody_is_profiled_until_it_is_switched_on() {
    raters(LENIENT)
        .then()
        .statusCode(200)
        .body("raters", empty())
        .body("state", equalTo("SWITCHED_OFF"))
        .body("note", containsString("switched off"));
    raters(LEAD)
        .then()
        .statusCode(200)
        .body("raters", empty())
        .body("state", equalTo("SWITCHED_OFF"));
    Api.as(LENIENT).get("/v1/rater-profiling/NO").then().statusCode(404);
  }

  @Test
  @Order(2)
  void it_is_switched_on_by_an_hr_lead_with_what_allows_it_and_why() {
    profiling("NO", Map.of("legalBasis", " ", "reason", "wanted", "from", "2020-01-01"), null)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/legalBasis"));
    profiling("NO", body("2020-01-01", "2019-12-31"), null)
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/until"));
    profiling("Norway", body("2020-01-01", null), null).then().statusCode(400);
    profiling("NO", body("2020-01-01", null), null).then().statusCode(201);
    profiling("NO", body("2020-01-01", null), null).then().statusCode(428);
    Api.as(LENIENT)
        .get("/v1/rater-profiling")
        .then()
        .body("items.find { it.country == 'NO' }.legalBasis", equalTo("an agreement"));
  }

  @Test
  @Order(3)
  void hr_lead_sees_no_profile_that_its_manager_has_not_seen() {
    raters(LEAD)
        .then()
        .statusCode(200)
        .body(of("R-lenient") + ".state", equalTo("NOT_SEEN_BY_RATER"))
        .body(of("R-lenient") + ".raterSeverity", nullValue())
        .body(of("R-lenient") + ".blindSeverity.state", equalTo("NOT_SEEN_BY_RATER"))
        .body(of("R-lenient") + ".blindSeverity.difference", nullValue());
  }

  @Test
  @Order(4)
  void a_manager_sees_their_own_profile_with_what_it_cant_tell_and_how_to_contest_it() {
    raters(LENIENT)
        .then()
        .statusCode(200)
        .body("scope", equalTo("OWN"))
        .body("raters", hasSize(1))
        .body("raters[0].rater.id", equalTo(Company.id("R-lenient").toString()))
        .body("raters[0].n", equalTo(12))
        .body("raters[0].raterSeverity.mean", equalTo(4.5f))
        .body("raters[0].raterSeverity.level", equalTo("NOTE"))
        .body("raters[0].raterSeverity.size", equalTo("CRITICAL"))
        .body("raters[0].raterSeverity.probability", greaterThan(0.9f))
        .body("raters[0].raterSeverity.shrunkenEffect", greaterThan(0.75f))
        .body("raters[0].rangeRestriction.deviationRatio", notNullValue())
        .body("raters[0].centralTendency.beyondChance", equalTo(false))
        .body("meaning", containsString("strong team"))
        .body("meaning", containsString("at most one in ten"))
        .body("raters[0].blindSeverity.state", equalTo("SHOWN"))
        .body("raters[0].blindSeverity.samples", equalTo(10))
        .body("raters[0].blindSeverity.difference", equalTo(1.4f))
        .body("raters[0].blindSeverity.level", equalTo("CRITICAL"))
        .body("raters[0].blindSeverity.low", greaterThan(1f))
        .body("raters[0].blindSeverity.high", lessThan(1.8f))
        .body("blindSamples", containsString("several raters scored the same ones"))
        .body("contest", containsString("hr-lead"));
  }

  @Test
  @Order(5)
  void then_hr_lead_sees_it_in_rounded_figures_from_which_no_rating_can_be_worked_out() {
    raters(LEAD)
        .then()
        .body(of("R-lenient") + ".state", equalTo("SHOWN"))
        .body(of("R-lenient") + ".raterSeverity.level", equalTo("NOTE"))
        .body(of("R-lenient") + ".raterSeverity.mean", nullValue())
        .body(of("R-lenient") + ".n", nullValue())
        .body(of("R-lenient") + ".centralTendency.share", nullValue())
        .body(of("R-strict") + ".state", equalTo("NOT_SEEN_BY_RATER"))
        .body(of("R-lenient") + ".blindSeverity.difference", equalTo(0.75f))
        .body(of("R-lenient") + ".blindSeverity.size", equalTo("CRITICAL"))
        .body(of("R-lenient") + ".blindSeverity.samples", nullValue())
        .body(of("R-lenient") + ".blindSeverity.low", nullValue())
        .body(of("R-strict") + ".blindSeverity.state", equalTo("NOT_SEEN_BY_RATER"));
  }

  @Test
  @Order(6)
  void blind_severity_moves_by_ten_samples_and_its_rater_sees_each_step_first() {
    reveal("the second", 4, 2);
    raters(LENIENT).then().body("raters[0].blindSeverity.samples", equalTo(10));
    raters(LEAD).then().body(of("R-lenient") + ".blindSeverity.state", equalTo("SHOWN"));
    reveal("the third", 6, 3);
    raters(LEAD)
        .then()
        .body(of("R-lenient") + ".blindSeverity.state", equalTo("NOT_SEEN_BY_RATER"))
        .body(of("R-lenient") + ".state", equalTo("SHOWN"));
    raters(LENIENT).then().body("raters[0].blindSeverity.samples", equalTo(20));
    raters(LEAD).then().body(of("R-lenient") + ".blindSeverity.state", equalTo("SHOWN"));
    raters(Tokens.forEmployee("R-six", "employee", "manager"))
        .then()
        .body("raters[0].blindSeverity.state", equalTo("INSUFFICIENT"));
  }

  private static void reveal(String name, int samples, int sessions) {
    try (ReviewStream stream = new ReviewStream()) {
      stream.send(
          List.of(
              BlindScores.of(
                  CYCLE,
                  name,
                  Map.of(
                      "R-lenient", Collections.nCopies(samples, 4),
                      "R-strict", Collections.nCopies(samples, 2),
                      "R-usual 2", Collections.nCopies(samples, 3)))));
    }
    Api.until(() -> sessions(), answer -> answer.jsonPath().getList("sessions").size() == sessions);
  }

  private static Response sessions() {
    return Api.as(Api.INSIGHT).queryParam("cycle", CYCLE).get("/v1/agreement");
  }

  @Test
  @Order(7)
  void a_rater_of_too_few_is_shown_to_nobody_and_managers_above_hr_lead_are_closed_to_them() {
    raters(SMALL).then().body("raters[0].state", equalTo("INSUFFICIENT"));
    raters(LEAD)
        .then()
        .body(of("R-small"), nullValue())
        .body(of("R-usual 1"), nullValue())
        .body(of("R-usual 2"), notNullValue())
        .body(of("R-usual 3"), nullValue());
  }

  @Test
  @Order(8)
  void a_profile_that_has_changed_since_is_seen_by_its_manager_first_again() {
    List<Sent> more = new ArrayList<>();
    rate("R-lenient", 12, 18, 3, more);
    try (ReviewStream stream = new ReviewStream()) {
      stream.send(more);
    }
    Releases.close(CYCLE);
    Api.until(
        () -> raters(LEAD),
        answer -> "NOT_SEEN_BY_RATER".equals(answer.path(of("R-lenient") + ".state")));
    raters(LENIENT).then().body("raters[0].n", equalTo(18));
    raters(LEAD).then().body(of("R-lenient") + ".state", equalTo("SHOWN"));
  }

  @Test
  @Order(9)
  void what_a_manager_has_seen_is_told_by_what_was_published_and_by_no_clock() {
    clock.advance(Duration.ofHours(-1));
    raters(LENIENT).then().body("raters[0].n", equalTo(18));
    clock.reset();
    raters(LEAD).then().body(of("R-lenient") + ".state", equalTo("SHOWN"));

    // Told by a clock that is ahead, they would have seen what comes next.
    clock.advance(Duration.ofHours(1));
    raters(LENIENT).then().body("raters[0].n", equalTo(18));
  }

  @Test
  @Order(10)
  void a_profile_beside_which_others_have_moved_is_seen_by_its_manager_first_again() {
    List<Sent> more = new ArrayList<>();
    for (String peer : List.of("R-usual 1", "R-usual 2", "R-usual 3")) {
      rate(peer, 12, 42, 5, more);
    }
    try (ReviewStream stream = new ReviewStream()) {
      stream.send(more);
    }
    Releases.close(CYCLE);
    Api.until(
            () -> raters(LEAD), answer -> !"SHOWN".equals(answer.path(of("R-lenient") + ".state")))
        .then()
        .body(of("R-lenient") + ".state", equalTo("NOT_SEEN_BY_RATER"))
        .body(of("R-lenient") + ".raterSeverity", nullValue());
    raters(LENIENT).then().body("raters[0].n", equalTo(18));
    raters(LEAD).then().body(of("R-lenient") + ".state", equalTo("SHOWN"));
  }

  @Test
  @Order(11)
  void where_it_is_on_and_nobody_has_enough_ratings_it_is_not_said_to_be_off() {
    List<Sent> few = new ArrayList<>();
    for (int person = 0; person < 12; person++) {
      Map<String, Object> review = Company.review("few " + person, "few each", "SUBMITTED");
      review.put("reviewerId", Company.id("R-few " + person % 4));
      review.put("originalOrdinal", 1 + person % 5);
      review.put("ordinal", 1 + person % 5);
      few.add(Company.event("org.evenhand.review.submitted.v1", 1, review));
      few.add(Company.employee("R-few " + person % 4, Map.of("country", "NO")));
    }
    try (ReviewStream stream = new ReviewStream()) {
      stream.send(few);
    }
    Releases.publish("few each");
    Api.until(
            () -> Api.as(LEAD).queryParam("cycle", "few each").get("/v1/raters"),
            answer -> answer.statusCode() == 200 && !"GATHERING".equals(answer.path("state")))
        .then()
        .body("raters", empty())
        .body("state", equalTo("TOO_FEW_PEOPLE"))
        .body("note", containsString("Too few"));
  }

  @Test
  @Order(12)
  void switched_off_again_it_is_shown_to_nobody() {
    profiling("NO", body("2020-01-01", "2020-12-31"), "\"0\"").then().statusCode(200);
    raters(LENIENT).then().body("raters", empty());
    raters(STRICT).then().body("raters", empty());
    raters(LEAD).then().body("raters", empty());
  }

  @Test
  void of_many_who_switch_a_country_on_at_the_same_moment_one_does_and_the_others_are_told() {
    List<Integer> answers =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () -> profiling("SE", body("2020-01-01", null), null).statusCode()))
            .limit(8)
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .sorted()
            .toList();
    assertEquals(201, answers.get(0));
    assertTrue(
        answers.stream().skip(1).allMatch(status -> status == 412 || status == 428),
        answers::toString);
  }

  @Test
  @Order(13)
  void what_is_asked_wrongly_is_a_problem_that_says_which_and_why() {
    Api.as(LEAD)
        .queryParam("cycle", "1066")
        .get("/v1/raters")
        .then()
        .statusCode(404)
        .body("errors[0].parameter", equalTo("cycle"));
    Api.as(LEAD)
        .get("/v1/raters")
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo("cycle"));
    raters(Tokens.forEmployee("NOBODY", "manager"))
        .then()
        .statusCode(403)
        .body("type", containsString("employee-unknown"));
  }

  private static String of(String rater) {
    return "raters.find { it.rater.id == '" + Company.id(rater) + "' }";
  }

  private static Response raters(Tokens token) {
    return Api.as(token).queryParam("cycle", CYCLE).get("/v1/raters");
  }

  private static Response profiling(String country, Map<String, String> body, String ifMatch) {
    var request = Api.as(LEAD).contentType("application/json").body(body);
    return (ifMatch == null ? request : request.header("If-Match", ifMatch))
        .put("/v1/rater-profiling/" + country);
  }

  private static Map<String, String> body(String from, String until) {
    Map<String, String> body = new HashMap<>();
    body.put("legalBasis", "an agreement");
    body.put("reason", "managers asked for it");
    body.put("from", from);
    if (until != null) {
      body.put("until", until);
    }
    return body;
  }

  private static Sent worksUnder(String who, String manager) {
    return Company.employee(
        who, Map.of("country", "NO", "managerId", Company.id(manager), "sequence", 2));
  }

  private static void rated(String rater, int[] counts, List<Sent> events) {
    events.add(Company.employee(rater, Map.of("country", "NO")));
    int person = 0;
    for (int level = 1; level <= counts.length; level++) {
      rate(rater, person, person + counts[level - 1], level, events);
      person += counts[level - 1];
    }
  }

  private static void rate(String rater, int from, int to, int level, List<Sent> events) {
    for (int person = from; person < to; person++) {
      Map<String, Object> review = Company.review("of " + rater + " " + person, CYCLE, "SUBMITTED");
      review.put("reviewerId", Company.id(rater));
      review.put("originalOrdinal", level);
      review.put("ordinal", level);
      events.add(Company.event("org.evenhand.review.submitted.v1", 1, review));
    }
  }
}
