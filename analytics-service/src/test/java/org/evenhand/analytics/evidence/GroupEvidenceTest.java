package org.evenhand.analytics.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import org.evenhand.analytics.evidence.EvidenceView.GroupState;
import org.evenhand.analytics.evidence.EvidenceView.GroupView;
import org.evenhand.analytics.publication.EvidenceSums;
import org.evenhand.analytics.publication.ShownGroup;
import org.evenhand.analytics.statistics.LevelCounts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GroupEvidenceTest {

  private static final GroupEvidence RULE = new GroupEvidence(5, 10);

  @Test
  void is_told_in_rounded_averages() {
    GroupView group = of(true, new EvidenceSums(12, 9, 41, 27, 7, 200));

    assertEquals(GroupState.SHOWN, group.state());
    assertEquals(12, group.reviews());
    assertEquals(3.4, group.observationsPerReview());
    assertEquals(0.66, group.impactShare());
    assertEquals(22, group.daysSince());
    assertEquals(0.6, group.criteriaWithoutPerReview());
  }

  @Test
  void says_nothing_that_is_of_too_few_reviews() {
    GroupView group = of(true, new EvidenceSums(12, 4, 9, 9, 20, 100));

    assertEquals(0.8, group.observationsPerReview());
    assertNull(group.impactShare());
    assertNull(group.daysSince());
  }

  @Test
  void is_hidden_where_the_distribution_is_and_unknown_where_nobody_told() {
    assertEquals(GroupState.HIDDEN, of(false, null).state());
    assertEquals(GroupState.UNKNOWN, of(true, null).state());
    assertNull(of(true, null).reviews());
  }

  private static GroupView of(boolean distribution, @Nullable EvidenceSums sums) {
    return RULE.of(
        new ShownGroup(
            "Red", LevelCounts.of(new long[] {0, 4, 4, 4, 0}), Map.of(), distribution, null),
        sums);
  }
}
