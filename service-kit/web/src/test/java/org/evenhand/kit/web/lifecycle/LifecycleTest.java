package org.evenhand.kit.web.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.junit.jupiter.api.Test;

class LifecycleTest {

  private enum Light {
    OFF,
    ON,
    PACKED,
    BROKEN
  }

  private static final Lifecycle<Light> LIFECYCLE =
      Lifecycle.startingAt(Light.PACKED, Light.OFF)
          .may(Light.OFF, "switchOn", Light.ON, Light.BROKEN)
          .may(Light.ON, "dim")
          .may(Light.ON, "switchOff", Light.OFF)
          .becomes(Light.ON, Light.BROKEN)
          .may(Light.PACKED, "mount", Light.OFF)
          .build();

  @Test
  void aStateAllowsItsOperationsInTheirOrder() {
    assertEquals(List.of("dim", "switchOff"), LIFECYCLE.operations(Light.ON));
    assertEquals(List.of(), LIFECYCLE.operations(Light.BROKEN));
  }

  @Test
  void whatTheStateDoesntAllowIsRefusedWithWhatItDoes() {
    LIFECYCLE.require(Light.OFF, "switchOn", CommonProblem.STATE_CONFLICT);

    Problem refused =
        assertThrows(
            Problem.class, () -> LIFECYCLE.require(Light.OFF, "dim", CommonProblem.STATE_CONFLICT));
    assertEquals(409, refused.type().status());
    assertEquals(List.of("switchOn"), List.copyOf(refused.allowed()));
  }

  @Test
  void aChangeThatNoMoveLeadsToIsAFault() {
    assertEquals(Light.BROKEN, LIFECYCLE.moved(Light.ON, Light.BROKEN));
    assertThrows(IllegalStateException.class, () -> LIFECYCLE.moved(Light.BROKEN, Light.ON));
  }

  @Test
  void whatIsNewBeginsInAnyOfTheInitialStatesAndInNoOther() {
    assertEquals(Light.OFF, LIFECYCLE.begun(Light.OFF));
    assertEquals(Light.PACKED, LIFECYCLE.begun(Light.PACKED));
    assertThrows(IllegalStateException.class, () -> LIFECYCLE.begun(Light.ON));
  }

  @Test
  void theDocumentShowsTheSameTable() {
    assertEquals(
        Map.of(
            "initial",
            List.of("OFF", "PACKED"),
            "final",
            List.of("BROKEN"),
            "moves",
            List.of(
                Map.of("from", "OFF", "operation", "switchOn", "to", List.of("BROKEN", "ON")),
                Map.of("from", "ON", "operation", "dim", "to", List.of("ON")),
                Map.of("from", "ON", "operation", "switchOff", "to", List.of("OFF")),
                Map.of("from", "ON", "to", List.of("BROKEN")),
                Map.of("from", "PACKED", "operation", "mount", "to", List.of("OFF")))),
        LIFECYCLE.asData());
  }
}
