package org.evenhand.calibration.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.json.Json;
import org.junit.jupiter.api.Test;

class SessionEventsTest {

  private final Session session =
      Session.plan(
          new UUID(0, 1),
          new Session.Plan(
              SessionKind.CALIBRATION,
              new UUID(0, 2),
              "Spring",
              new UUID(0, 3),
              new UUID(0, 4),
              List.of(new UUID(0, 5)),
              List.of(new UUID(0, 6)),
              1),
          Instant.EPOCH);

  private record Details(List<Integer> ordinals) {}

  @Test
  void the_details_of_an_event_stand_beside_what_all_events_tell() {
    var fact = SessionEvents.became(new Details(List.of(3, 4))).of(session);
    var told = Json.mapper().valueToTree(fact.events().get(0).data());

    assertEquals("PLANNED", told.path("state").asText());
    assertEquals(1, told.path("reviews").asInt());
    assertEquals("[3,4]", told.path("ordinals").toString());
    assertFalse(told.has("details"));
    assertEquals("org.evenhand.session.planned.v1", fact.events().get(0).type());
  }

  @Test
  void what_is_noted_has_no_event_and_what_is_given_back_is_told_without_the_reason() {
    assertEquals(List.of(), SessionEvents.noted("consensus", null).of(session).events());

    var released = SessionEvents.released(new UUID(0, 6), "Tells who it is.").of(session);
    var told = Json.write(released.events().get(0).data());
    assertFalse(told.contains("Tells"), told);
    assertEquals("sample-withdrawn", released.action());
  }
}
