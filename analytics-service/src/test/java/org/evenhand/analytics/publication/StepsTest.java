package org.evenhand.analytics.publication;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.Database;
import org.evenhand.analytics.ReviewStream;
import org.evenhand.analytics.ReviewStream.Sent;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StepsTest {

  private static final String CYCLE = "in steps";

  @Test
  void what_is_shown_moves_in_steps_of_five_people_and_never_by_one() {
    rate(0, 20);
    assertEquals(20, people(settled(20)));
    rate(20, 24);
    assertEquals(20, people(settled(24)));
    rate(24, 25);
    assertEquals(25, people(settled(25)));
  }

  /**
   * Five come to A and three to B: without A's waiting, the total less the units would be three.
   */
  @Test
  void a_unit_waits_where_the_total_would_tell_of_a_few_people_of_another() {
    String cycle = "together";
    send(cycle, "A", 0, 10);
    send(cycle, "B", 10, 20);
    still(cycle, 20);
    Api.distribution(Api.INSIGHT, cycle, "orgUnit")
        .then()
        .body("phases[0].groups.people", contains(10, 10));
    send(cycle, "A", 20, 25);
    send(cycle, "B", 25, 28);
    still(cycle, 28);
    Api.distribution(Api.INSIGHT, cycle, "orgUnit")
        .then()
        .body("phases[0].groups.people", contains(10, 10));
    assertEquals(28, people(Api.distribution(Api.INSIGHT, cycle, "none")));
  }

  /** Three wait for a session: before less after would be their ratings. */
  @Test
  void what_stands_after_calibration_waits_while_a_few_are_undecided() {
    String cycle = "undecided";
    send(cycle, "A", 0, 20);
    decide(cycle, "A", 0, 17);
    still(cycle, 20);
    Api.distribution(Api.INSIGHT, cycle, "none")
        .then()
        .body("phases[0].people", equalTo(20))
        .body("phases[1].people", nullValue());
    decide(cycle, "A", 17, 20);
    still(cycle, 20);
    Api.distribution(Api.INSIGHT, cycle, "orgUnit")
        .then()
        .body("phases.groups.people", contains(contains(20), contains(20)));
  }

  /** Of three who came since nothing may be seen, whatever else is asked for first now. */
  @Test
  void a_partition_that_nobody_asked_for_yet_shows_the_same_people_as_the_total() {
    String cycle = "asked for later";
    send(cycle, "A", 0, 30);
    send(cycle, "B", 30, 57);
    still(cycle, 57);
    assertEquals(57, people(Api.distribution(Api.INSIGHT, cycle, "none")));
    send(cycle, "B", 57, 60);
    still(cycle, 60);
    Api.distribution(Api.INSIGHT, cycle, "orgUnit")
        .then()
        .body("phases[0].groups.people", contains(30, 27));
  }

  /**
   * Five are changed, and put right with one other: the third look less the first is one person.
   */
  @Test
  void a_group_does_not_return_but_for_one_to_what_it_showed_long_ago() {
    String cycle = "there and back";
    List<Integer> lowest = List.of(0, 5, 10, 15, 20);
    send(cycle, 0, 30);
    still(cycle, 30);
    assertEquals(List.of(6, 6, 6, 6, 6), levels(cycle));
    correct(cycle, lowest, 2, 2);
    assertEquals(List.of(1, 11, 6, 6, 6), levels(cycle));
    correct(cycle, lowest, 1, 3);
    correct(cycle, List.of(2), 1, 3);
    assertEquals(List.of(1, 11, 6, 6, 6), levels(cycle));
    correct(cycle, List.of(2), 3, 4);
    assertEquals(List.of(6, 6, 6, 6, 6), levels(cycle));
  }

  @Test
  void an_import_that_stands_still_in_its_middle_is_not_shown_before_it_is_still() {
    Response moving = Api.distribution(Api.INSIGHT, gathering(), "none");
    assertEquals("GATHERING", moving.path("phases[0].state"), moving::asString);
    assertNull(moving.path("phases[0].people"));
  }

  /** A cycle whose last change is a moment ago, whatever the speed of this machine. */
  private static String gathering() {
    String cycle = "gathering";
    send(cycle, 0, 30);
    awaitCounted(cycle, 30);
    Database.column(
        "update cycle set changed_at = now() + interval '1 hour', first_at = now() where key = '"
            + cycle
            + "' returning key");
    return cycle;
  }

  private static int people(Response answer) {
    return answer.path("phases[0].people");
  }

  /** Asks when the counts have been still for long enough, so that all that can be shown is. */
  private static Response settled(int counted) {
    still(CYCLE, counted);
    return Api.distribution(Api.INSIGHT, CYCLE, "none");
  }

  private static void still(String cycle, int counted) {
    awaitCounted(cycle, counted);
    Database.column(
        "update cycle set changed_at = now() - interval '1 hour' where key = '"
            + cycle
            + "' returning key");
  }

  private static void awaitCounted(String cycle, int people) {
    Api.until(
        () -> Api.completion(Api.INSIGHT, cycle, "none"),
        answer ->
            answer.statusCode() == 200
                && Integer.valueOf(people).equals(answer.path("groups[0].submitted")));
  }

  private static void rate(int from, int to) {
    send(CYCLE, from, to);
  }

  private static void send(String cycle, int from, int to) {
    send(cycle, "Whitehall", from, to);
  }

  private static void send(String cycle, String unit, int from, int to) {
    send(cycle, unit, from, to, "SUBMITTED", 1);
  }

  private static List<Integer> levels(String cycle) {
    return Api.distribution(Api.INSIGHT, cycle, "none").path("phases[0].groups[0].levels.people");
  }

  /** Gives people another level, and waits until the cycle is still with it. */
  private static void correct(String cycle, List<Integer> persons, int level, long sequence) {
    List<Sent> events = new ArrayList<>();
    List<String> reviews = new ArrayList<>();
    for (int person : persons) {
      Map<String, Object> review = review(cycle, "Whitehall", person, "SUBMITTED");
      review.put("originalOrdinal", level);
      review.put("ordinal", level);
      reviews.add(String.valueOf(review.get("reviewId")));
      events.add(Company.event("org.evenhand.review.changed.v1", sequence, review));
    }
    send(events);
    String corrected =
        "select count(*) from rating_fact where original_ordinal = %d and review_id in ('%s')"
            .formatted(level, String.join("', '", reviews));
    Api.until(
        () -> Api.completion(Api.INSIGHT, cycle, "none"),
        answer -> Database.number(corrected) == persons.size());
    still(cycle, 30);
  }

  private static void decide(String cycle, String unit, int from, int to) {
    send(cycle, unit, from, to, "CALIBRATED", 2);
    Api.until(
        () -> Api.completion(Api.INSIGHT, cycle, "none"),
        answer ->
            answer.statusCode() == 200
                && Integer.valueOf(to).equals(answer.path("groups[0].calibrated")));
  }

  private static void send(
      String cycle, String unit, int from, int to, String state, long sequence) {
    List<Sent> events = new ArrayList<>();
    for (int person = from; person < to; person++) {
      events.add(
          Company.event(
              "org.evenhand.review.changed.v1", sequence, review(cycle, unit, person, state)));
    }
    send(events);
  }

  private static Map<String, Object> review(String cycle, String unit, int person, String state) {
    Map<String, Object> review = Company.review("S" + person, cycle, state);
    review.put("orgUnit", unit);
    review.put("calibration", state.equals("CALIBRATED") ? state : "PENDING");
    review.put("originalOrdinal", 1 + person % 5);
    review.put("ordinal", 1 + person % 5);
    return review;
  }

  private static void send(List<Sent> events) {
    try (ReviewStream stream = new ReviewStream()) {
      stream.send(events);
    }
  }
}
