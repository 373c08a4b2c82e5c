package org.evenhand.analytics.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes from another service may be anything. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OpportunityReachedTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final UUID id = UUID.randomUUID();
  private final Map<String, Object> told =
      new HashMap<>(
          Map.of(
              "opportunityId",
              id,
              "kind",
              "MOVE",
              "decidedOn",
              "2026-12-31",
              "part",
              2,
              "parts",
              3,
              "people",
              List.of(Map.of("employeeId", UUID.randomUUID(), "stage", "ASSESSED"))));

  @Test
  void a_part_is_of_the_year_of_its_day_wherever_it_is_read() {
    assertEquals(2026, read().year());
    assertEquals(Stage.ASSESSED, read().people().get(0).stage());
    assertFalse(read().isChosen(), "nothing is said of a file");
    told.put("past", true);
    assertTrue(read().isChosen());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "opportunityId, null",
        "opportunityId, 3c1dd3ce-7d5c-4d56-9bd5-4a0a3f9a8a11",
        "kind, null",
        "kind, PROMOTION",
        "decidedOn, null",
        "decidedOn, 1926-11-30",
        "decidedOn, 20261-11-30",
        "part, 0",
        "part, 4",
        "part, null",
        "parts, null",
        "people, null"
      })
  void what_is_missing_or_impossible_is_refused(String field, String value) {
    told.put(field, value);

    assertThrows(RefusedEvent.class, this::read);
  }

  @Test
  void people_without_a_stage_or_an_id_are_refused() {
    told.put("people", List.of(Map.of("employeeId", UUID.randomUUID())));
    assertThrows(RefusedEvent.class, this::read);
    told.put("people", List.of(Map.of("stage", "APPLIED")));
    assertThrows(RefusedEvent.class, this::read);
    told.put("people", new ArrayList<>(Arrays.asList((Object) null)));
    assertThrows(RefusedEvent.class, this::read);
  }

  private OpportunityReached read() {
    return OpportunityReached.of(
        new ReceivedEvent(
            OpportunityConsumer.TOPIC,
            id.toString(),
            UUID.randomUUID().toString(),
            "org.evenhand.opportunity.reached.v1",
            "/review-service",
            id.toString(),
            1,
            Instant.now(),
            JSON.valueToTree(JSON.convertValue(told, Map.class))));
  }
}
