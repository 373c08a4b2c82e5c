package org.evenhand.analytics.fairness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.Database;
import org.evenhand.analytics.Releases;
import org.evenhand.analytics.ReviewStream;
import org.evenhand.analytics.ReviewStream.Sent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Half of the seniors and a tenth of the juniors are at the top, among women and men alike. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WithinJobsTest {

  private static final String CYCLE = "within jobs";
  private static final String OPEN = "within jobs, open";
  private static final String WOMEN = "groups.find { it.value == 'W' }.impactRatio.";

  private final List<String> topWomen = new ArrayList<>();

  @BeforeAll
  void women_are_mostly_juniors() {
    Api.connect();
    Api.define(
        "sexWithinJobs",
        Map.of(
            "label",
            "Sex",
            "values",
            List.of("W", "M"),
            "undeclaredValues",
            List.of(),
            "countries",
            List.of(Map.of("country", "GB", "legalBasis", "Equality Act 2010, s. 149"))));
    List<Sent> events = new ArrayList<>();
    StringBuilder csv = new StringBuilder("externalId,dimension,value\n");
    people(events, csv, "M", "senior", 80, 80);
    people(events, csv, "M", "junior", 36, 4);
    people(events, csv, "W", "senior", 20, 20);
    people(events, csv, "W", "junior", 144, 16);
    send(events);
    awaitTop(120);
    assertEquals(0, Api.declare(csv.toString()).<Integer>path("refused"));
  }

  @Test
  void
      a_difference_that_comes_with_the_jobs_is_explained_and_changes_when_nobody_follows_from_it() {
    JsonPath first = settled(CYCLE, "AFTER");
    assertEquals("EXPLAINED", first.getString(WOMEN + "verdict.outcome"));
    assertEquals("CRITICAL", first.getString(WOMEN + "verdict.size"));
    assertEquals(1.0, first.getDouble(WOMEN + "stratified.value"));
    assertEquals("COCHRAN_MANTEL_HAENSZEL", first.getString(WOMEN + "stratified.test.name"));
    assertEquals(2, first.getInt(WOMEN + "stratified.strata"));
    assertEquals(400, first.getInt(WOMEN + "stratified.people"));
    assertNull(first.get("groups.find { it.value == 'M' }.impactRatio"));

    // Strata move with the counts that they were published with, and not by themselves.
    lower(topWomen.subList(0, 4));
    awaitTop(116);
    JsonPath same = settled(CYCLE, "AFTER");
    assertEquals(36, same.getInt("groups.find { it.value == 'W' }.selected"));
    assertEquals(
        first.getDouble(WOMEN + "stratified.value"), same.getDouble(WOMEN + "stratified.value"));
    assertEquals(
        first.getInt("release.edition.number"),
        same.getInt("groups.find { it.value == 'W' }.carriedFrom.edition"));
    // Women and men go both ways, so that nobody follows from the difference.
    send(
        IntStream.range(0, 6)
            .boxed()
            .flatMap(
                i ->
                    Stream.of(
                        rated("WJ M senior " + (80 + i), "senior", 1, 2),
                        rated("WJ M junior " + i, "junior", 2, 2),
                        rated("WJ W junior " + i, "junior", 2, 2)))
            .toList());
    awaitTop(122);
    JsonPath later = settled(CYCLE, "AFTER");
    assertEquals(38, later.getInt("groups.find { it.value == 'W' }.selected"));
    assertNotEquals(
        first.getDouble(WOMEN + "stratified.value"), later.getDouble(WOMEN + "stratified.value"));
  }

  @Test
  void while_ratings_are_missing_a_verdict_says_how_many_are_in_and_which_bound_holds() {
    List<Sent> events = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      boolean in = i < 40;
      String name = "WJ " + (i % 2 == 0 ? "M" : "W") + " senior " + i / 2;
      Map<String, Object> review = Company.review(name, OPEN, in ? "SUBMITTED" : "IN_PROGRESS");
      if (in) {
        review.put("originalOrdinal", 4 + i % 2);
        review.put("ordinal", 4 + i % 2);
      }
      events.add(Company.event("org.evenhand.review.changed.v1", 1, review));
    }
    send(events);
    Releases.publish(OPEN);
    JsonPath early = Api.fairness(OPEN, "sexWithinJobs", "BEFORE").jsonPath();
    assertEquals(0.8, early.getDouble("interim.share"), 1e-6);
    assertEquals(2.506, early.getDouble("interim.bound"), 1e-3);
    assertNull(settled(CYCLE, "AFTER").get("interim"));
  }

  private void people(
      List<Sent> events, StringBuilder csv, String sex, String level, int met, int top) {
    for (int i = 0; i < met + top; i++) {
      String name = "WJ " + sex + " " + level + " " + i;
      events.add(Company.employee(name, Map.of("jobLevel", level)));
      events.add(rated(name, level, i < met ? 1 : 2, 1));
      csv.append(name).append(",sexWithinJobs,").append(sex).append('\n');
      if (sex.equals("W") && level.equals("senior") && i >= met) {
        topWomen.add(name);
      }
    }
  }

  private static Sent rated(String name, String level, int ordinal, long sequence) {
    Sent sent = Company.recorded(name, CYCLE, ordinal, 2, 2);
    sent.data().put("jobLevel", level);
    return Company.event(sent.type(), sequence, sent.data());
  }

  private static void lower(List<String> seniors) {
    send(seniors.stream().map(name -> rated(name, "senior", 1, 2)).toList());
  }

  private static void send(List<Sent> events) {
    try (ReviewStream stream = new ReviewStream()) {
      stream.send(events);
    }
  }

  private static void awaitTop(long people) {
    awaitCells(CYCLE, "phase = 'AFTER' and stratum = '' and ordinal = 2", "count_cell", people);
  }

  private static void awaitCells(String cycle, String where, String table, long people) {
    String sql =
        "select coalesce(sum(n), 0) from "
            + table
            + " join cycle using (cycle_id) where key = '"
            + cycle
            + "' and dimension = 'none' and "
            + where;
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> people == Database.number(sql));
  }

  private static JsonPath settled(String cycle, String phase) {
    Releases.awaitStill(cycle);
    return Api.fairness(cycle, "sexWithinJobs", phase).jsonPath();
  }
}
