package org.evenhand.calibration.session.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementOfScoresTest {

  private final AgreementOfScores agreement = new AgreementOfScores(500);

  @Test
  void three_raters_get_an_alpha_with_an_interval_around_it() {
    var found =
        agreement.of(
            List.of(
                List.of(1, 1, 2),
                List.of(3, 3, 3),
                List.of(4, 5, 5),
                List.of(2, 2, 3),
                List.of(5, 5, 5),
                List.of(1, 1, 1),
                List.of(3, 4, 4),
                List.of(2, 2, 2)),
            1);
    assertEquals(3, found.raters());
    assertNotNull(found.alpha());
    double alpha = found.alpha();
    assertTrue(found.low() < alpha && alpha < found.high());
  }

  @Test
  void two_raters_are_a_pair_and_no_alpha_is_claimed() {
    var found = agreement.of(List.of(List.of(1, 2), List.of(3, 3)), 1);
    assertTrue(found.paired());
    assertNull(found.alpha());
  }

  @Test
  void scores_that_are_all_the_same_say_nothing_about_agreement() {
    var found = agreement.of(List.of(List.of(3, 3, 3), List.of(3, 3, 3)), 1);
    assertNull(found.alpha());
    assertEquals("expected disagreement 0", found.undefined());
  }
}
