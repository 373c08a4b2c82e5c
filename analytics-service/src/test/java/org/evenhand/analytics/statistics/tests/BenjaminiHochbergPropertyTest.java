package org.evenhand.analytics.statistics.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BenjaminiHochbergPropertyTest {
  /** Small ones among them, and ties. */
  @Provide
  Arbitrary<double[]> pValues() {
    return Arbitraries.oneOf(
            Arbitraries.doubles().between(0, 1), Arbitraries.of(0.0, 0.001, 0.01, 0.05, 1.0))
        .array(double[].class)
        .ofMaxSize(20);
  }

  @Property(tries = 500)
  void rejectsWhatTheStepUpProcedureRejects(@ForAll("pValues") double[] p) {
    double[] q = BenjaminiHochberg.adjusted(p);
    double[] sorted = p.clone();
    Arrays.sort(sorted);
    double cut = -1;
    for (int i = 1; i <= sorted.length; i++) {
      if (sorted[i - 1] * ((double) sorted.length / i) <= .05) {
        cut = sorted[i - 1];
      }
    }
    for (int i = 0; i < p.length; i++) {
      assertEquals(p[i] <= cut, q[i] <= .05);
      assertTrue(q[i] >= p[i] && q[i] <= 1);
    }
  }

  @Property(tries = 200)
  void belongsToThePValueAndNotToItsPlace(@ForAll("pValues") double[] p) {
    double[] reversed = new double[p.length];
    for (int i = 0; i < p.length; i++) {
      reversed[i] = p[p.length - 1 - i];
    }
    double[] q = BenjaminiHochberg.adjusted(p);
    double[] ofReversed = BenjaminiHochberg.adjusted(reversed);
    for (int i = 0; i < p.length; i++) {
      assertEquals(q[i], ofReversed[p.length - 1 - i]);
    }
  }

  @Example
  void aSingleTestNeedsNoCorrection() {
    assertArrayEquals(new double[] {.03}, BenjaminiHochberg.adjusted(.03));
    assertArrayEquals(new double[0], BenjaminiHochberg.adjusted());
  }

  @Example
  void whatIsNoProbabilityIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> BenjaminiHochberg.adjusted(.1, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> BenjaminiHochberg.adjusted(1.1));
  }
}
