package org.evenhand.analytics.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import org.evenhand.analytics.agreement.SessionMeasures;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.evenhand.kit.data.json.Json;
import org.junit.jupiter.api.Test;

class SessionPayloadTest {

  @Test
  void what_is_measured_beside_alpha_is_kept_as_it_was_told() {
    assertEquals(
        new SessionMeasures(new SessionMeasures.SampleLevels(9, 1, 0, 2), true, 0.93),
        read("""
        , "measures": {
          "sampleLevels": {"none": 9, "note": 1, "warn": 0, "critical": 2},
          "piledUp": true, "ac2": 0.93}
        """)
            .toRow(Instant.EPOCH)
            .measures());
  }

  @Test
  void a_record_from_before_it_was_told_is_read_as_well() {
    assertNull(read("").toRow(Instant.EPOCH).measures());
  }

  @Test
  void measures_that_count_no_samples_are_refused() {
    var payload = read(", \"measures\": {\"piledUp\": true}");
    assertThrows(RefusedEvent.class, () -> payload.toRow(Instant.EPOCH));
  }

  @Test
  void blind_scores_are_read_when_a_session_tells_of_them() {
    var session =
        read("""
        , "blindScores": {"scaleSize": 5, "raters": [
          {"raterId": "019a0000-0000-7000-8000-000000000001", "ordinals": [3, null]},
          {"raterId": "019a0000-0000-7000-8000-000000000002", "ordinals": [4, 5]}]}
        """)
            .toScores(Instant.EPOCH)
            .orElseThrow();
    assertEquals(5, session.scaleSize());
    assertEquals(2, session.raters().size());
    assertTrue(read("").toScores(Instant.EPOCH).isEmpty());
  }

  @Test
  void scores_that_can_not_be_are_refused() {
    for (String scores :
        new String[] {
          "{\"scaleSize\": 5}",
          "{\"scaleSize\": 5, \"raters\": [{\"ordinals\": [3]}]}",
          "{\"scaleSize\": 5, \"raters\": [{\"raterId\":"
              + " \"019a0000-0000-7000-8000-000000000001\"}]}",
          "{\"scaleSize\": 2, \"raters\": [{\"raterId\":"
              + " \"019a0000-0000-7000-8000-000000000001\", \"ordinals\": [3]}]}"
        }) {
      var payload = read(", \"blindScores\": " + scores);
      assertThrows(RefusedEvent.class, () -> payload.toScores(Instant.EPOCH), scores);
    }
  }

  private static SessionPayload read(String more) {
    try {
      return Json.mapper()
          .readValue(
              """
              {"sessionId": "019a0000-0000-7000-8000-000000000001",
               "cycleId": "019a0000-0000-7000-8000-000000000002",
               "agreement": {"raters": 3, "samples": 12, "paired": false, "alpha": 0.7}%s}
              """
                  .formatted(more),
              SessionPayload.class);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(broken);
    }
  }
}
