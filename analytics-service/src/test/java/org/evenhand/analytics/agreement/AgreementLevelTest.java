package org.evenhand.analytics.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AgreementLevelTest {

  @Test
  void two_raters_have_differences_and_no_coefficient() {
    assertEquals(AgreementLevel.PAIRED, AgreementLevel.of(true, 2, 20, 0.9, false));
    assertEquals(AgreementLevel.PAIRED, AgreementLevel.of(false, 2, 20, 0.9, false));
  }

  @Test
  void nine_samples_or_scores_that_are_all_alike_are_nothing_to_lean_on() {
    assertEquals(AgreementLevel.INSUFFICIENT, AgreementLevel.of(false, 3, 9, 0.9, false));
    assertEquals(AgreementLevel.INSUFFICIENT, AgreementLevel.of(false, 3, 10, null, false));
  }

  @Test
  void an_alpha_that_falls_because_scores_pile_up_has_no_level() {
    assertEquals(AgreementLevel.INSUFFICIENT, AgreementLevel.of(false, 3, 10, 0.1, true));
  }

  @Test
  void the_levels_begin_where_the_design_says() {
    assertEquals(AgreementLevel.RELIABLE, AgreementLevel.of(false, 3, 10, 0.8, false));
    assertEquals(AgreementLevel.NOTE, AgreementLevel.of(false, 3, 10, 0.799, false));
    assertEquals(AgreementLevel.NOTE, AgreementLevel.of(false, 3, 10, 0.667, false));
    assertEquals(AgreementLevel.WARN, AgreementLevel.of(false, 3, 10, 0.666, false));
    assertEquals(AgreementLevel.WARN, AgreementLevel.of(false, 3, 10, 0.4, false));
    assertEquals(AgreementLevel.CRITICAL, AgreementLevel.of(false, 3, 10, 0.399, false));
  }
}
