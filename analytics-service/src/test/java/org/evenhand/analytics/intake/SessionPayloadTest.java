package org.evenhand.analytics.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import org.evenhand.kit.data.RefusedEvent;
import org.evenhand.kit.data.json.Json;
import org.junit.jupiter.api.Test;

class SessionPayloadTest {

  @Test
  void blind_scores_are_read_when_a_session_tells_of_them() throws JsonProcessingException {
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
  void scores_that_can_not_be_are_refused() throws JsonProcessingException {
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

  private static SessionPayload read(String more) throws JsonProcessingException {
    return Json.mapper()
        .readValue(
            """
            {"sessionId": "019a0000-0000-7000-8000-00000000000a",
             "cycleId": "019a0000-0000-7000-8000-00000000000b",
             "agreement": {"raters": 3, "samples": 2, "paired": false}
            """
                + more
                + "}",
            SessionPayload.class);
  }
}
