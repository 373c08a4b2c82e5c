package org.evenhand.calibration.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class IntraclassCorrelationTest {
  @Test
  void ratersWhoDifferOnlyInSeverityAgreeFullyOnceItIsSetAside() {
    int[][] scores = {{1, 2}, {2, 3}, {4, 5}};
    IntraclassCorrelation found = IntraclassCorrelation.of(scores);

    assertEquals(0, found.residual());
    assertEquals(1, found.threeSingle().orElseThrow());
    assertTrue(found.twoSingle().orElseThrow() < 1);
  }

  @Test
  void perfectAgreementIsOneInEveryForm() {
    IntraclassCorrelation found = IntraclassCorrelation.of(new int[][] {{1, 1}, {3, 3}, {5, 5}});

    assertEquals(1, found.oneSingle().orElseThrow());
    assertEquals(1, found.twoSingle().orElseThrow());
    assertEquals(1, found.threeMean().orElseThrow());
  }

  @Test
  void whereNothingVariesThereIsNone() {
    IntraclassCorrelation found = IntraclassCorrelation.of(new int[][] {{3, 3}, {3, 3}});

    assertTrue(found.oneSingle().isEmpty());
    assertTrue(found.twoMean().isEmpty());
    assertTrue(found.threeMean().isEmpty());
  }

  @Test
  void everyRaterScoredEverySample() {
    assertThrows(
        IllegalArgumentException.class, () -> IntraclassCorrelation.of(new int[][] {{1, 2}, {1}}));
    assertThrows(
        IllegalArgumentException.class, () -> IntraclassCorrelation.of(new int[][] {{1, 2}}));
  }

  @Test
  void aRoomSplitInTwoAgreesLessThanOneThatScoresAtRandom() {
    WithinGroupAgreement split = WithinGroupAgreement.of(List.of(1, 1, 5, 5), 5);

    assertEquals(0, split.rwg());
    assertTrue(split.rwgUntruncated() < -1);
    assertEquals(-1, split.awg(), 1e-12);
  }

  @Test
  void agreementAtTheEndOfTheScaleIsAgreement() {
    WithinGroupAgreement top = WithinGroupAgreement.of(List.of(5, 5, 5), 5);

    assertEquals(1, top.rwg());
    assertEquals(1, top.awg());
    assertThrows(IllegalArgumentException.class, () -> WithinGroupAgreement.of(List.of(5), 5));
    assertThrows(IllegalArgumentException.class, () -> WithinGroupAgreement.of(List.of(5, 6), 5));
  }
}
