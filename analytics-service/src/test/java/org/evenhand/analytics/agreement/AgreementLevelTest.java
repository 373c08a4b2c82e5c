package org.evenhand.analytics.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AgreementLevelTest {

  @Test
  void two_raters_have_differences_and_no_coefficient() {
    assertEquals(AgreementLevel.PAIRED, AgreementLevel.of(true, 2, 20, 0.9));
    assertEquals(AgreementLevel.PAIRED, AgreementLevel.of(false, 2, 20, 0.9));
  }

  @Test
  void nine_samples_or_scores_that_are_all_alike_are_nothing_to_lean_on() {
    assertEquals(AgreementLevel.INSUFFICIENT, AgreementLevel.of(false, 3, 9, 0.9));
    assertEquals(AgreementLevel.INSUFFICIENT, AgreementLevel.of(false, 3, 10, null));
  }

  @Test
  void the_levels_begin_where_the_design_says() {
    assertEquals(AgreementLevel.RELIABLE, AgreementLevel.of(false, 3, 10, 0.8));
    assertEquals(AgreementLevel.NOTE, AgreementLevel.of(false, 3, 10, 0.799));
    assertEquals(AgreementLevel.NOTE, AgreementLevel.of(false, 3, 10, 0.667));
    assertEquals(AgreementLevel.WARN, AgreementLevel.of(false, 3, 10, 0.666));
    assertEquals(AgreementLevel.WARN, AgreementLevel.of(false, 3, 10, 0.4));
    assertEquals(AgreementLevel.CRITICAL, AgreementLevel.of(false, 3, 10, 0.399));
  }
}
