package org.evenhand.analytics.fairness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.fairness.FairnessView.CliffsDeltaView;
import org.evenhand.analytics.publication.Edition;
import org.evenhand.analytics.publication.Look;
import org.evenhand.analytics.publication.Moment;
import org.evenhand.analytics.publication.ShownGroup;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.Metric;
import org.evenhand.analytics.statistics.verdict.Family;
import org.evenhand.analytics.statistics.verdict.InterimLook;
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

    assertEquals(new CliffsDeltaView(null, null, null, null, null, null, delta.verdict()), delta);
    assertEquals("SUPPRESSED", delta.verdict().outcome());
    assertNotNull(Figures.impactRatio(judged(seven, Metric.IMPACT_RATIO, true)).ratio());
  }

  @Test
  void nor_have_seven_people_who_declared_nothing() {
    CliffsDeltaView delta =
        Figures.cliffsDelta(judged(LevelCounts.of(2, 1, 2, 2, 0), Metric.CLIFFS_DELTA, false));

    assertEquals("SUPPRESSED", delta.verdict().outcome());
    assertNull(delta.delta());
  }

  @Test
  void a_group_of_ten_has_them() {
    assertNotNull(
        Figures.cliffsDelta(judged(LevelCounts.of(3, 2, 2, 2, 1), Metric.CLIFFS_DELTA, true))
            .delta());
  }

  private static JudgedComparison judged(LevelCounts group, Metric metric, boolean declared) {
    Look.Shown shown =
        new Look.Shown(
            new Edition(
                1,
                Moment.IMPORTED,
                Instant.EPOCH,
                new Scale(5, 4),
                Map.of(),
                "of the counts",
                true),
            List.of(shown("few", group), shown("others", FIFTY_THREE)),
            new TreeSet<>(),
            group.people() + FIFTY_THREE.people(),
            0);
    Compartment compartment =
        new Compartment(
            shown.partition("gender", name -> declared || name.equals("others")), shown);
    return JudgedComparison.all(
            new Family("2026", metric, InterimLook.FINAL), List.of(compartment), Set.of())
        .stream()
        .filter(each -> each.isOf("gender", "few"))
        .findFirst()
        .orElseThrow();
  }

  private static ShownGroup shown(String name, LevelCounts counts) {
    return new ShownGroup(name, counts, Map.of(), counts.people() >= 10, null);
  }
}
