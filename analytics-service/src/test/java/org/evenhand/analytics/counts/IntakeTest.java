package org.evenhand.analytics.counts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.Database;
import org.evenhand.analytics.ReviewStream;
import org.evenhand.analytics.ReviewStream.Sent;
import org.evenhand.kit.test.Events;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

@QuarkusTest
class IntakeTest {

  private static final UUID MANAGER = Company.id("the manager of the intake test");

  private final ReviewStream stream = new ReviewStream();
  private String cycle = "";

  @BeforeEach
  void a_cycle_of_its_own(TestInfo test) {
    cycle = test.getTestMethod().orElseThrow().getName();
  }

  @AfterEach
  void the_cells_are_those_of_the_reviews_one_by_one() {
    assertEquals(Database.recounted(), Database.cells());
    stream.close();
  }

  @Test
  void a_rating_moves_from_cell_to_cell_and_is_never_in_two() {
    stream.send(List.of(state(1, "SUBMITTED", 3, 3)));
    counted("BEFORE", "orgUnit", 3, 1);
    counted("AFTER", "orgUnit", 3, 0);
    stream.send(List.of(state(2, "IN_CALIBRATION", 3, 3), calibrated(3, "CALIBRATED", 3, 4)));
    counted("AFTER", "orgUnit", 4, 1);
    counted("BEFORE", "orgUnit", 3, 1);
    counted("AFTER", "orgUnit", 3, 0);
  }

  @Test
  void an_event_that_comes_twice_is_counted_once() {
    Sent submitted = state(1, "SUBMITTED", 3, 3);
    stream.send(List.of(submitted, submitted));
    counted("BEFORE", "none", 3, 1);
    stream.send(List.of(submitted, calibrated(2, "CALIBRATED", 3, 5), submitted));
    counted("AFTER", "none", 5, 1);
    counted("BEFORE", "none", 3, 1);
  }

  @Test
  void a_reopened_review_leaves_the_counts_until_it_is_submitted_again() {
    stream.send(List.of(state(1, "SUBMITTED", 3, 3)));
    counted("BEFORE", "none", 3, 1);
    stream.send(List.of(state(2, "IN_PROGRESS", 3, 3)));
    counted("BEFORE", "none", 3, 0);
    stream.send(List.of(state(3, "SUBMITTED", 4, 4)));
    counted("BEFORE", "none", 4, 1);
  }

  @Test
  void the_order_across_reviews_does_not_matter() {
    List<List<Sent>> lives = new ArrayList<>();
    for (int person = 0; person < 40; person++) {
      lives.add(life("P" + person, 1 + person % 5));
    }
    stream.send(shuffled(lives, 7));
    stages("ACKNOWLEDGED", 40);
    List<String> inOneOrder = cellsOfCycle();
    String first = cycle;
    cycle = cycle + "-again";
    lives.clear();
    for (int person = 0; person < 40; person++) {
      lives.add(life("P" + person, 1 + person % 5));
    }
    stream.send(shuffled(lives, 23));
    stages("ACKNOWLEDGED", 40);
    assertEquals(inOneOrder, cellsOfCycle());
    assertTrue(first.length() < cycle.length());
  }

  @Test
  void a_final_review_stays_acknowledged_only_if_it_was() {
    stream.send(
        List.of(
            state("A", 1, "SHARED", 3, 3),
            state("A", 2, "ACKNOWLEDGED", 3, 3),
            state("B", 1, "SHARED", 3, 3)));
    stages("ACKNOWLEDGED", 1);
    stages("SHARED", 2);
    stream.send(List.of(state("A", 3, "FINAL", 3, 3), state("B", 2, "FINAL", 3, 3)));
    awaitNumber(
        "select count(*) from rating_fact where state = 'FINAL' and cycle_id = '" + cycleId() + "'",
        2);
    stages("ACKNOWLEDGED", 1);
    stages("SHARED", 2);
  }

  @Test
  void who_is_not_rated_is_opened_and_not_started() {
    stream.send(
        List.of(state("A", 1, "NOT_STARTED", null, null), state("A", 2, "NOT_RATED", null, null)));
    stages("NOT_RATED", 1);
    stages("OPENED", 1);
    stages("STARTED", 0);
  }

  @Test
  void a_cancelled_review_was_never_one_to_complete() {
    stream.send(
        List.of(
            state("A", 1, "NOT_STARTED", null, null), state("B", 1, "NOT_STARTED", null, null)));
    stages("OPENED", 2);
    stream.send(List.of(state("A", 2, "CANCELLED", null, null)));
    stages("OPENED", 1);
  }

  @Test
  void a_record_that_can_not_be_counted_goes_to_the_dead_letters_with_its_cause() {
    Map<String, Object> impossible = review("A", "SUBMITTED", 6, 6);
    stream.send(
        List.of(
            state("B", 1, "SUBMITTED", 3, 3),
            Company.event("org.evenhand.review.submitted.v1", 1, impossible),
            state("C", 1, "SUBMITTED", 3, 3)));
    counted("BEFORE", "none", 3, 2);
    var dead =
        new Events(org.evenhand.kit.test.KafkaResource.broker().bootstrapServers())
            .await(
                "evenhand.internal.ratings.analytics-service.dlq",
                1,
                record -> impossible.get("reviewId").toString().equals(record.key()));
    assertTrue(headers(dead.get(0)).contains("outside the scale"), headers(dead.get(0)));
  }

  @Test
  void a_consumer_that_dies_in_the_middle_of_a_batch_counts_nothing_twice() throws Exception {
    try (Connection connection = Database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      // The batch has to wait for this within its transaction: there it is killed.
      statement.execute("select pg_advisory_xact_lock(7301846512)");
      stream.send(List.of(state("A", 1, "SUBMITTED", 3, 3), state("B", 1, "SUBMITTED", 3, 3)));
      String waiting =
          "select count(pg_terminate_backend(pid)) from pg_stat_activity"
              + " where wait_event = 'advisory'";
      Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Database.number(waiting) > 0);
      connection.rollback();
    }
    counted("BEFORE", "none", 3, 2);
  }

  private List<Sent> life(String person, int ordinal) {
    return List.of(
        state(person, 1, "NOT_STARTED", null, null),
        state(person, 2, "IN_PROGRESS", null, null),
        state(person, 3, "SUBMITTED", ordinal, ordinal),
        calibrated(person, 4, "CALIBRATED", ordinal, Math.min(5, ordinal + 1)),
        calibrated(person, 5, "ACKNOWLEDGED", ordinal, Math.min(5, ordinal + 1)));
  }

  /** Any order that keeps that of each review, and a few events twice. */
  private static List<Sent> shuffled(List<List<Sent>> lives, long seed) {
    Random random = new Random(seed);
    List<Integer> turns = new ArrayList<>();
    for (int life = 0; life < lives.size(); life++) {
      turns.addAll(Collections.nCopies(lives.get(life).size(), life));
    }
    Collections.shuffle(turns, random);
    Map<Integer, Integer> next = new HashMap<>();
    List<Sent> order = new ArrayList<>();
    for (int life : turns) {
      Sent event = lives.get(life).get(next.merge(life, 1, Integer::sum) - 1);
      order.add(event);
      if (random.nextInt(4) == 0) {
        order.add(event);
      }
    }
    return order;
  }

  private Sent state(int sequence, String state, int original, int ordinal) {
    return state("A", sequence, state, original, ordinal);
  }

  private Sent state(String person, int sequence, String state, Integer original, Integer ordinal) {
    return Company.event(
        "org.evenhand.review.changed.v1", sequence, review(person, state, original, ordinal));
  }

  private Sent calibrated(int sequence, String state, int original, int ordinal) {
    return calibrated("A", sequence, state, original, ordinal);
  }

  private Sent calibrated(String person, int sequence, String state, int original, int ordinal) {
    Map<String, Object> review = review(person, state, original, ordinal);
    review.put("calibration", "CALIBRATED");
    return Company.event("org.evenhand.rating.calibrated.v1", sequence, review);
  }

  private Map<String, Object> review(
      String person, String state, Integer original, Integer ordinal) {
    Map<String, Object> review = Company.review(person + " of " + cycle, cycle, state);
    review.put("reviewerId", MANAGER);
    review.put("lineAbove", List.of(MANAGER));
    if (original != null) {
      review.put("originalOrdinal", original);
      review.put("ordinal", ordinal);
    }
    return review;
  }

  private UUID cycleId() {
    return Company.id("cycle " + cycle);
  }

  private void counted(String phase, String dimension, int ordinal, long n) {
    awaitNumber(
        "select coalesce(sum(n), 0) from count_cell where cycle_id = '%s' and phase = '%s' and dimension = '%s' and stratum = '' and ordinal = %d"
            .formatted(cycleId(), phase, dimension, ordinal),
        n);
  }

  private void stages(String stage, long n) {
    awaitNumber(
        "select coalesce(sum(n), 0) from completion_cell where cycle_id = '%s' and dimension = 'none' and stage = '%s'"
            .formatted(cycleId(), stage),
        n);
  }

  private List<String> cellsOfCycle() {
    return Database.column(
        "select concat_ws('|', phase, dimension, value, stratum, ordinal, n) from count_cell where"
            + " n <> 0 and cycle_id = '"
            + cycleId()
            + "' order by 1");
  }

  private static void awaitNumber(String sql, long expected) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(() -> assertEquals(expected, Database.number(sql), sql));
  }

  private static String headers(org.apache.kafka.clients.consumer.ConsumerRecord<?, ?> record) {
    StringBuilder headers = new StringBuilder();
    record
        .headers()
        .forEach(
            h ->
                headers
                    .append(h.key())
                    .append('=')
                    .append(new String(h.value(), java.nio.charset.StandardCharsets.UTF_8))
                    .append('\n'));
    return headers.toString();
  }
}
