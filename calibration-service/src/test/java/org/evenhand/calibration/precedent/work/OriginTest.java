package org.evenhand.calibration.precedent.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.web.problem.Problem;
import org.junit.jupiter.api.Test;

class OriginTest {

  private static final UUID SOMEBODY = new UUID(0, 1);
  private static final UUID POLICY = new UUID(0, 2);

  @Test
  void a_final_result_among_enough_people_of_whom_one_can_be_asked_gives_a_precedent() {
    origin(true, true, 5, true, false).require(5);
  }

  @Test
  void nobody_learns_from_a_refusal_that_somebody_is_away_or_has_left_or_objected() {
    Set<String> said =
        Stream.of(
                origin(true, false, 5, true, false),
                origin(true, true, 4, true, false),
                origin(true, true, 5, false, false),
                origin(true, true, 5, true, true))
            .map(OriginTest::refused)
            .map(problem -> problem.type() + " " + problem.detail())
            .collect(Collectors.toSet());

    assertEquals(1, said.size(), said.toString());
  }

  @Test
  void an_open_cycle_and_a_version_that_is_over_are_told_apart() {
    assertEquals(409, refused(origin(false, false, 0, false, true)).status());
    var over = new Origin(SOMEBODY, POLICY, 1, false, true, true, 5, true, false);
    assertEquals("POLICY_NOT_IN_FORCE", refused(over).type().name());
  }

  private static Problem refused(Origin origin) {
    return assertThrows(Problem.class, () -> origin.require(5));
  }

  private static Origin origin(
      boolean closed, boolean settled, long alike, boolean reachable, boolean used) {
    return new Origin(SOMEBODY, POLICY, 1, true, closed, settled, alike, reachable, used);
  }
}
