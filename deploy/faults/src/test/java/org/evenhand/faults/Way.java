package org.evenhand.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The way of one past cycle's ratings: from review's database over Kafka to the counts. */
final class Way {
  static final String TOPIC = "evenhand.internal.ratings";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String COUNTED =
      "select ordinal || ':' || sum(n) from count_cell join cycle using (cycle_id) where key = ?"
          + " and phase = 'AFTER' and dimension = 'none' and stratum = '' group by ordinal having"
          + " sum(n) <> 0";
  private static final String WAITING = "select count(*) from outbox where topic = ?";
  private static final String ANY_WAITING = "select count(*) from outbox";

  /**
   * Imports that broke off while they were received don't count, because they left nothing behind.
   */
  private static final String OPEN_IMPORTS =
      "select count(*) from import where state in ('QUEUED', 'APPLYING')";

  private final TestStack stack;
  private final String cycle;

  Way(TestStack stack, String cycle) {
    this.stack = stack;
    this.cycle = cycle;
  }

  long waiting() throws SQLException {
    return stack.reviewSql().number(WAITING, TOPIC);
  }

  /** Waits until no event, written or still being written, is left to be sent. */
  void awaitSent() {
    await("events of " + cycle)
        .atMost(PATIENCE)
        .until(
            () ->
                stack.reviewSql().number(OPEN_IMPORTS) == 0
                    && stack.reviewSql().number(ANY_WAITING) == 0);
  }

  /** The records of the cycle as a consumer sees them. */
  List<ConsumerRecord<String, String>> records() {
    return stack.kafka().all(TOPIC).stream()
        .filter(each -> each.value() != null && state(each).path("cycleKey").asText().equals(cycle))
        .toList();
  }

  /**
   * Asserts that every version of every rating has arrived, those of a rating in order. A repeated
   * one is the same event, with the same id.
   */
  void requireAllInOrder() throws SQLException {
    Map<String, List<Long>> arrived = new TreeMap<>();
    Map<String, Set<String>> ids = new LinkedHashMap<>();
    for (ConsumerRecord<String, String> each : records()) {
      long sequence = Long.parseLong(Kafka.header(each, "ce_sequence"));
      if (ids.computeIfAbsent(each.key() + " " + sequence, none -> new HashSet<>()).isEmpty()) {
        arrived.computeIfAbsent(each.key(), none -> new ArrayList<>()).add(sequence);
      }
      ids.get(each.key() + " " + sequence).add(Kafka.header(each, "ce_id"));
    }
    assertThat(arrived).isEqualTo(written());
    assertThat(ids).allSatisfy((event, seen) -> assertThat(seen).hasSize(1));
  }

  private Map<String, List<Long>> written() throws SQLException {
    return stack
        .reviewSql()
        .column(
            "select id || ' ' || version from history_rating join cycle_key using (cycle_id)"
                + " where key = ?",
            cycle)
        .stream()
        .map(row -> row.split(" ", -1))
        .collect(
            Collectors.toMap(
                row -> row[0],
                row -> LongStream.rangeClosed(1, Long.parseLong(row[1])).boxed().toList(),
                (one, other) -> one,
                TreeMap::new));
  }

  /** Asserts that analytics has counted the last state of each rating, and none twice. */
  void awaitCountedOnce() {
    Set<String> expected = recounted();
    assertThat(expected).isNotEmpty();
    await("counts of " + cycle)
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(SQLException.class)
        .untilAsserted(() -> assertThat(counted()).isEqualTo(expected));
  }

  Set<String> counted() throws SQLException {
    return Set.copyOf(stack.analyticsSql().column(COUNTED, cycle));
  }

  /** Counts from the topic alone, as a service that had never been killed would. */
  Set<String> recounted() {
    Map<String, Integer> last = new LinkedHashMap<>();
    records().forEach(each -> last.put(each.key(), state(each).path("ordinal").asInt()));
    return last.values().stream()
        .collect(Collectors.groupingBy(ordinal -> ordinal, Collectors.counting()))
        .entrySet()
        .stream()
        .map(level -> level.getKey() + ":" + level.getValue())
        .collect(Collectors.toSet());
  }

  private static JsonNode state(ConsumerRecord<String, String> event) {
    try {
      return JSON.readTree(event.value());
    } catch (JsonProcessingException e) {
      // Records that another test has put there to be refused.
      return JSON.missingNode();
    }
  }
}
