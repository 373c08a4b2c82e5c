package org.evenhand.analytics.fairness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Set;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.fairness.FairnessView.CliffsDeltaView;
import org.evenhand.analytics.statistics.Family;
import org.evenhand.analytics.statistics.Group;
import org.evenhand.analytics.statistics.InterimLook;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.Metric;
import org.evenhand.analytics.statistics.Partition;
import org.junit.jupiter.api.Test;

class FiguresTest {

  private static final LevelCounts FIFTY_THREE = LevelCounts.of(5, 10, 20, 12, 6);

  /**
   * The delta, the numbers of people and the total leave one distribution of seven people, or a
   * few.
   */
  @Test
  void a_group_of_seven_has_a_rate_but_no_figure_of_its_whole_distribution() {
    LevelCounts seven = LevelCounts.of(2, 1, 2, 2, 0);

    CliffsDeltaView delta = Figures.cliffsDelta(judged(seven, Metric.CLIFFS_DELTA, true));

    assertEquals("others", delta.reference());
    assertEquals(
        new CliffsDeltaView("others", null, null, null, null, null, delta.verdict()), delta);
    assertNull(delta.verdict().size());
    assertEquals("INSUFFICIENT", delta.verdict().outcome());
    assertEquals(
        List.of(
            "Of fewer than 10 people no figures of the whole distribution are shown, and nothing is"
                + " concluded."),
        delta.verdict().reasons());
    assertNotNull(Figures.impactRatio(judged(seven, Metric.IMPACT_RATIO, true)).ratio());
  }

  @Test
  void nor_have_seven_people_who_declared_nothing() {
    CliffsDeltaView delta =
        Figures.cliffsDelta(judged(LevelCounts.of(2, 1, 2, 2, 0), Metric.CLIFFS_DELTA, false));

    assertEquals("COVERAGE", delta.verdict().outcome());
    assertNull(delta.delta());
    assertEquals(1, delta.verdict().reasons().size());
  }

  @Test
  void a_group_of_ten_has_them() {
    assertNotNull(
        Figures.cliffsDelta(judged(LevelCounts.of(3, 2, 2, 2, 1), Metric.CLIFFS_DELTA, true))
            .delta());
  }

  private static Judged judged(LevelCounts group, Metric metric, boolean declared) {
    Partition partition =
        new Partition(
            "gender",
            List.of(new Group("few", group, declared), new Group("others", FIFTY_THREE, true)));
    return Judged.all(
            new Family("2026", metric, InterimLook.FINAL),
            List.of(new Compartment(new Scale(5, 4), partition)),
            5,
            Set.of())
        .stream()
        .filter(each -> each.isOf("gender", "few"))
        .findFirst()
        .orElseThrow();
  }
}
