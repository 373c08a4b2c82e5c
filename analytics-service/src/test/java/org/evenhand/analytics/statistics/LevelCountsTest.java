package org.evenhand.analytics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.evenhand.analytics.statistics.monitoring.DistributionDrift;
import org.evenhand.analytics.statistics.monitoring.Wasserstein;
import org.evenhand.analytics.statistics.raters.RaterProfile;
import org.junit.jupiter.api.Test;

class LevelCountsTest {
  @Test
  void countsAreEqualByWhatTheyCount() {
    LevelCounts counts = LevelCounts.of(1, 2, 3);

    assertEquals(LevelCounts.of(1, 2, 3), counts);
    assertEquals(LevelCounts.of(1, 2, 3).hashCode(), counts.hashCode());
    assertNotEquals(LevelCounts.of(1, 2, 4), counts);
    assertNotEquals(LevelCounts.of(1, 2, 4).hashCode(), counts.hashCode());
    assertNotEquals(counts, "[1, 2, 3]");
    assertEquals("[1, 2, 3]", counts.toString());
  }

  @Test
  void groupsOnDifferentScalesDoNotAddUp() {
    LevelCounts three = LevelCounts.of(1, 2, 3);

    assertThrows(IllegalArgumentException.class, () -> three.plus(LevelCounts.of(1, 2)));
    assertThrows(
        IllegalArgumentException.class, () -> Dominance.of(three, LevelCounts.of(1, 2, 3, 4)));
    assertThrows(
        IllegalArgumentException.class, () -> Wasserstein.distance(three, LevelCounts.of(1, 2)));
    assertThrows(
        IllegalArgumentException.class, () -> RaterProfile.of(three, LevelCounts.of(1, 2), .1));
    assertThrows(
        IllegalArgumentException.class, () -> new DistributionDrift(three, LevelCounts.of(1, 2)));
  }
}
