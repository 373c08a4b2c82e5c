package org.evenhand.analytics.publication;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.Database;
import org.evenhand.analytics.Releases;
import org.evenhand.analytics.ReviewStream;
import org.evenhand.analytics.ReviewStream.Sent;
import org.evenhand.kit.data.due.DueRunner;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Forty people, of whom each second one declared to be of one house, the others of another. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EditionsTest {

  private static final String DIMENSION = "house";
  private static final int PEOPLE = 40;
  private static final Tokens AUDITOR = Tokens.forEmployee("ED-A", "employee", "auditor");

  @Inject DueRunner due;

  @BeforeAll
  void people_have_declared() {
    Api.connect();
    Api.define(
        DIMENSION,
        Map.of(
            "label", "House",
            "values", List.of("Red", "White"),
            "countries", List.of(Map.of("country", "GB", "legalBasis", "A law"))));
    List<Sent> people = new ArrayList<>();
    StringBuilder csv = new StringBuilder("externalId,dimension,value\n");
    for (int person = 0; person < PEOPLE; person++) {
      people.add(Company.employee("ED" + person, Map.of()));
      csv.append("ED%d,%s,%s\n".formatted(person, DIMENSION, person % 2 == 0 ? "Red" : "White"));
    }
    send(people);
    Api.until(
        () -> Api.declare(csv.toString()),
        answer -> Integer.valueOf(0).equals(answer.path("refused")));
  }

  /** Nor does it wait for one who counts or publishes. */
  @Test
  void a_look_writes_nothing_and_takes_no_lock_and_what_comes_late_waits_for_the_next_edition()
      throws SQLException {
    String cycle = "looked at";
    rate(cycle, 0, 30, 1);
    Releases.publish(cycle);
    Map<String, String> answers = answers(cycle);
    List<String> kept = kept(cycle);
    rate(cycle, 30, PEOPLE, 1);
    rate(cycle, 0, 10, 5);
    Api.until(
        () -> Api.completion(Api.INSIGHT, cycle, "none"),
        answer -> Integer.valueOf(PEOPLE).equals(answer.path("groups[0].submitted")));
    try (Connection counting = Database.connect()) {
      counting.setAutoCommit(false);
      counting.createStatement().execute("lock table due_work in share row exclusive mode");
      counting.createStatement().execute("select pg_advisory_xact_lock(7301846512)");
      assertEquals(answers, answers(cycle));
      counting.rollback();
    }
    assertEquals(kept, kept(cycle));

    Releases.close(cycle);
    Api.distribution(Api.HR_LEAD, cycle, "none")
        .then()
        .body("release.edition.number", equalTo(2))
        .body("phases[0].people", equalTo(PEOPLE));
    assertNotEquals(answers, answers(cycle));
  }

  @Test
  void an_edition_that_is_killed_midway_is_made_once_and_whole() throws SQLException {
    String cycle = "killed midway";
    rate(cycle, 0, PEOPLE, 1);
    try (Connection holding = Database.connect()) {
      holding.setAutoCommit(false);
      holding.createStatement().execute("lock table edition_group in access exclusive mode");
      Releases.send(Releases.calibrationStarted(cycle));
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () ->
                  !Database.column(
                          "select pg_terminate_backend(pid) from pg_stat_activity where"
                              + " wait_event_type = 'Lock' and query like '%edition_group%'")
                      .isEmpty());
      assertEquals(0, Releases.editions(cycle));
      holding.rollback();
    }
    Releases.awaitEditions(cycle, 1);
    assertEquals(1, Releases.editions(cycle));
    assertEquals(PEOPLE, published(cycle));
  }

  @Test
  void of_many_instances_one_makes_an_edition() {
    String cycle = "made by many";
    rate(cycle, 0, PEOPLE, 1);
    Releases.send(Releases.calibrationStarted(cycle));
    Stream.generate(() -> CompletableFuture.runAsync(this::runDue)).limit(4).toList().stream()
        .forEach(CompletableFuture::join);
    Releases.awaitEditions(cycle, 1);
    assertEquals(1, Releases.editions(cycle));
    assertEquals(PEOPLE, published(cycle));
  }

  /** What was published stays as it is, and nobody can tell any more of whom it was. */
  @Test
  void a_value_that_is_withdrawn_is_linked_with_no_one_in_any_edition() {
    String cycle = "withdrawn since";
    rate(cycle, 0, PEOPLE, 1);
    Releases.publish(cycle);
    assertEquals(1, snapshots(cycle, 7));
    String published = Api.fairness(cycle, DIMENSION, "BEFORE").asString();
    Api.as(Tokens.forEmployee("ED7", "employee"))
        .delete("/v1/demographics/me/" + DIMENSION)
        .then()
        .statusCode(204);
    assertEquals(0, snapshots(cycle, 7));
    assertEquals(
        PEOPLE,
        Database.number(
            "select count(*) from demographics.snapshot where dimension = '%s' and cycle_id = '%s'"
                .formatted(DIMENSION, Company.id("cycle " + cycle))));
    assertEquals(published, Api.fairness(cycle, DIMENSION, "BEFORE").asString());
  }

  private static long snapshots(String cycle, int person) {
    return Database.number(
        """
        select count(*) from demographics.snapshot
        where dimension = '%s' and cycle_id = '%s' and (review_id = '%s' or employee_id = '%s')
        """
            .formatted(
                DIMENSION,
                Company.id("cycle " + cycle),
                Company.id("review of ED" + person + " in " + cycle),
                Company.id("ED" + person)));
  }

  private static Map<String, String> answers(String cycle) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (Tokens token : List.of(Api.HR_LEAD, Api.INSIGHT, AUDITOR)) {
      for (String by : List.of("none", "orgUnit", "jobLevel")) {
        answers.put(by + token.hashCode(), text(Api.distribution(token, cycle, by)));
      }
      for (String phase : List.of("BEFORE", "AFTER")) {
        for (String question : List.of("fairness", "drift", "power")) {
          answers.put(
              question + phase + token.hashCode(),
              text(
                  Api.as(token)
                      .queryParams(questionOf(question, cycle, phase))
                      .get("/v1/" + question)));
        }
      }
    }
    return answers;
  }

  /** Without what differs with each request. */
  private static String text(Response answer) {
    return answer.statusCode() + answer.asString().replaceAll("\"requestId\":\"[^\"]*\"", "");
  }

  private static Map<String, String> questionOf(String question, String cycle, String phase) {
    return switch (question) {
      case "fairness" -> Map.of("cycle", cycle, "dimension", DIMENSION, "phase", phase);
      case "power" -> Map.of("cycle", cycle, "dimension", DIMENSION);
      default -> Map.of("from", cycle, "to", cycle, "dimension", "none", "phase", phase);
    };
  }

  /** All that is published of a cycle, and what later editions need of it. */
  private static List<String> kept(String cycle) {
    List<String> kept = new ArrayList<>();
    for (String table : List.of("edition", "edition_group", "demographics.snapshot")) {
      kept.addAll(
          Database.column(
              "select cast(t as text) from %s t where cycle_id = '%s' order by 1"
                  .formatted(table, Company.id("cycle " + cycle))));
    }
    return kept;
  }

  private static int published(String cycle) {
    return Api.distribution(Api.HR_LEAD, cycle, "none").path("phases[0].people");
  }

  private void runDue() {
    try {
      VertxContextSupport.subscribeAndAwait(due::runDue);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private static void rate(String cycle, int from, int to, int level) {
    List<Sent> events = new ArrayList<>();
    for (int person = from; person < to; person++) {
      Map<String, Object> review = Company.review("ED" + person, cycle, "SUBMITTED");
      int given = level + person / 2 % (6 - level);
      review.put("originalOrdinal", given);
      review.put("ordinal", given);
      review.put("reviewerId", Company.id("ED-M"));
      events.add(Company.event("org.evenhand.review.changed.v1", level, review));
    }
    send(events);
  }

  private static void send(List<Sent> events) {
    try (ReviewStream stream = new ReviewStream()) {
      stream.send(events);
    }
  }
}
