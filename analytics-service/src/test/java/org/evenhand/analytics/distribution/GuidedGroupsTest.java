package org.evenhand.analytics.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.distribution.DistributionView.GroupView;
import org.evenhand.analytics.distribution.DistributionView.LevelView;
import org.evenhand.analytics.guidance.Guidance;
import org.evenhand.analytics.guidance.GuidanceState;
import org.evenhand.analytics.guidance.GuidedLevel;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.monitoring.PlaceInRange;
import org.junit.jupiter.api.Test;

class GuidedGroupsTest {

  private static final Guidance GUIDANCE =
      new Guidance(
          GuidanceState.GIVEN,
          new UUID(0, 1),
          1,
          3,
          List.of(new GuidedLevel(1, 20, 30), new GuidedLevel(3, 0, 10)));

  @Test
  void fewer_than_expected_lie_outside_as_more_do() {
    GroupView group = onThreeLevels(LevelCounts.of(1, 39, 0));
    LevelView lowest = Objects.requireNonNull(group.levels()).get(0);
    assertEquals(PlaceInRange.BELOW, Objects.requireNonNull(lowest.guidance()).place());
    assertEquals(Boolean.TRUE, group.outsideGuidance());
    assertEquals(Boolean.TRUE, onThreeLevels(LevelCounts.of(10, 0, 30)).outsideGuidance());
    assertEquals(Boolean.FALSE, onThreeLevels(LevelCounts.of(10, 28, 2)).outsideGuidance());
  }

  @Test
  void nine_people_have_their_levels_and_no_guidance() {
    assertUnguided(onThreeLevels(LevelCounts.of(0, 0, 9)));
    assertEquals(Boolean.TRUE, onThreeLevels(LevelCounts.of(0, 0, 10)).outsideGuidance());
  }

  @Test
  void ratings_on_another_scale_than_the_policy_s_are_not_held_against_it() {
    GuidedGroups onFive = new GuidedGroups(GUIDANCE, new Scale(5, 5));
    assertUnguided(onFive.group("A", LevelCounts.of(0, 0, 40, 0, 0)));
  }

  private static GroupView onThreeLevels(LevelCounts counts) {
    return new GuidedGroups(GUIDANCE, new Scale(3, 3)).group("A", counts);
  }

  private static void assertUnguided(GroupView group) {
    assertNull(group.outsideGuidance());
    List<LevelView> levels = Objects.requireNonNull(group.levels());
    assertTrue(levels.stream().allMatch(level -> level.guidance() == null));
    assertEquals(group.people(), levels.stream().mapToLong(LevelView::people).sum());
  }
}
