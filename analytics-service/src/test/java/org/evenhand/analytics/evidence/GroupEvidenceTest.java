package org.evenhand.analytics.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import org.evenhand.analytics.evidence.EvidenceView.BandView;
import org.evenhand.analytics.evidence.EvidenceView.GroupState;
import org.evenhand.analytics.evidence.EvidenceView.GroupView;
import org.evenhand.analytics.publication.EvidenceFigures;
import org.evenhand.analytics.publication.EvidenceMeasure;
import org.evenhand.analytics.publication.ShownGroup;
import org.evenhand.analytics.statistics.LevelCounts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GroupEvidenceTest {

  private static final GroupEvidence RULE = new GroupEvidence(10);

  @Test
  void is_told_in_rounded_shares_of_the_measures_that_were_published() {
    GroupView group =
        of(
            true,
            new EvidenceFigures(12, Map.of(EvidenceMeasure.OBSERVATIONS, List.of(2L, 3L, 7L))));

    assertEquals(GroupState.SHOWN, group.state());
    assertEquals(12, group.reviews());
    assertEquals(
        List.of(new BandView("0", 0.17), new BandView("1-2", 0.25), new BandView("3+", 0.58)),
        group.observations());
    assertNull(group.impact());
    assertNull(group.daysSince());
    assertNull(group.criteriaWithout());
  }

  @Test
  void is_hidden_where_the_distribution_is_and_unknown_where_nobody_told() {
    assertEquals(GroupState.HIDDEN, of(false, null).state());
    assertEquals(GroupState.UNKNOWN, of(true, null).state());
    assertNull(of(true, null).reviews());
  }

  private static GroupView of(boolean distribution, @Nullable EvidenceFigures figures) {
    return RULE.of(
        new ShownGroup(
            "Red", LevelCounts.of(new long[] {0, 4, 4, 4, 0}), Map.of(), distribution, null),
        figures);
  }
}
