package org.evenhand.analytics.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.Database;
import org.evenhand.analytics.Releases;
import org.evenhand.analytics.ReviewStream;
import org.evenhand.analytics.ReviewStream.Sent;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Of three companies eight years from another system, and a cycle that is closed here. Each has a
 * scale of its own, so that its years are held against no other's.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DriftSignalsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TOPIC = "evenhand.findings";
  private static final int BASELINE = 8;

  /** How many people got each level. */
  private static final List<Integer> USUAL = List.of(0, 10, 10, 10, 0, 0);

  private static final List<Integer> HIGHER = List.of(0, 0, 0, 5, 10, 15);
  private static final List<Integer> FEW = List.of(0, 1, 6, 1, 0, 0);
  private static final List<Integer> FEW_AND_HIGHER = List.of(0, 0, 0, 0, 0, 8);

  @BeforeAll
  void years_have_been_rated() {
    Api.connect();
    List<Sent> events = new ArrayList<>();
    years("risen", 6, USUAL, HIGHER, events);
    years("still", 7, USUAL, USUAL, events);
    years("small", 8, FEW, FEW_AND_HIGHER, events);
    try (ReviewStream stream = new ReviewStream()) {
      stream.send(events);
    }
    for (String company : List.of("risen", "still", "small")) {
      Releases.publish(live(company));
      Api.until(
          () ->
              Api.as(Api.INSIGHT)
                  .queryParams(Map.of("from", year(company, 1), "to", live(company)))
                  .get("/v1/drift"),
          answer ->
              answer.statusCode() == 200
                  && answer
                      .<List<Integer>>path("points.people")
                      .equals(Collections.nCopies(BASELINE + 1, company.equals("small") ? 8 : 30)));
      Releases.close(live(company));
    }
  }

  @Test
  void a_closed_cycle_tells_once_by_which_metric_it_moved_and_names_neither_group_nor_figure()
      throws IOException {
    Releases.close(live("risen"));

    Map<String, String> verdicts = new TreeMap<>();
    for (ConsumerRecord<String, String> event :
        Events.ofTest().await(TOPIC, 2, event -> isOf("risen", event))) {
      EventSchemas.check(event);
      JsonNode told = JSON.readTree(event.value());
      Set<String> fields = new TreeSet<>();
      told.fieldNames().forEachRemaining(fields::add);
      assertEquals(Set.of("signalId", "cycleId", "cycleKey", "metric", "verdict", "at"), fields);
      assertEquals(event.key(), told.path("signalId").asText());
      assertEquals(live("risen"), told.path("cycleKey").asText());
      verdicts.put(told.path("metric").asText(), told.path("verdict").asText());
    }
    assertEquals(Map.of("ratingDrift", "CRITICAL", "cycleShift", "WARN"), verdicts);
    assertEquals(2, signals("risen"));
    assertEquals(
        2, Events.ofTest().all(TOPIC).stream().filter(event -> isOf("risen", event)).count());
  }

  /** What is at /v1/drift for who may see eight people is told to nobody. */
  @Test
  void a_cycle_that_stays_as_it_was_or_is_of_a_few_tells_nothing() {
    assertEquals(0, signals("still"));
    assertEquals(0, signals("small"));
    assertEquals(
        "CRITICAL",
        Api.as(Api.HR_LEAD)
            .queryParams(Map.of("from", year("small", 1), "to", live("small")))
            .get("/v1/drift")
            .path("ratingDrift.verdict.outcome"));
  }

  private static boolean isOf(String company, ConsumerRecord<String, String> event) {
    return event.value() != null
        && event.value().contains("signalId")
        && event.value().contains(cycle(company).toString());
  }

  /** They are written with the edition, which has been waited for. */
  private static long signals(String company) {
    return Database.number(
        "select count(*) from drift_signal where cycle_id = '%s'".formatted(cycle(company)));
  }

  private static Object cycle(String company) {
    return Company.id("cycle " + live(company));
  }

  private static String live(String company) {
    return year(company, BASELINE + 1);
  }

  private static String year(String company, int year) {
    return company + " year " + year;
  }

  private static void years(
      String company, int size, List<Integer> baseline, List<Integer> last, List<Sent> events) {
    for (int year = 1; year <= BASELINE; year++) {
      rate(company, year, size, baseline, events);
    }
    rate(company, BASELINE + 1, size, last, events);
  }

  private static void rate(
      String company, int year, int size, List<Integer> counts, List<Sent> events) {
    int person = 0;
    for (int level = 1; level <= counts.size(); level++) {
      for (int i = 0; i < counts.get(level - 1); i++) {
        events.add(rating(company, year, company + " " + person++, level, size));
      }
    }
  }

  private static Sent rating(String company, int year, String person, int level, int size) {
    Sent recorded = Company.recorded(person, year(company, year), level, size, 5);
    Map<String, Object> data = recorded.data();
    data.put("orgUnit", "DS-" + company);
    data.put("effectiveAt", String.format("20%02d-12-31T00:00:00Z", year));
    if (year > BASELINE) {
      data.put("origin", "LIVE");
      data.put("state", "SHARED");
      data.put("calibration", "CALIBRATED");
      data.put("policyId", Company.id("policy of DS-" + company));
    }
    return recorded;
  }
}
