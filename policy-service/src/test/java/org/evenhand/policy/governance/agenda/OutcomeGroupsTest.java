package org.evenhand.policy.governance.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutcomeGroupsTest {

  private static final int LEAST = 5;

  @Test
  void a_few_outcomes_are_not_shown() {
    assertThat(shown("C", "C", "X", "C")).isEmpty();
    assertThat(shown("C", "C", "X", "C", "C")).containsOnly(Map.entry("C", 4L), Map.entry("X", 1L));
  }

  @Test
  void a_group_of_one_outcome_waits_for_another_one() {
    assertThat(shown("C", "C", "C", "C", "C", "C", "C")).isEmpty();
    assertThat(shown("C", "C", "C", "C", "C", "C", "C", "X"))
        .containsOnly(Map.entry("C", 7L), Map.entry("X", 1L));
  }

  /** Whoever reads an agenda after each single decision. */
  @Test
  void from_one_decision_to_the_next_nothing_changes_or_a_whole_mixed_group() {
    Random random = new Random(7);
    for (int run = 0; run < 200; run++) {
      double share = random.nextDouble();
      List<String> outcomes =
          Stream.generate(
                  () -> random.nextDouble() < share ? "C" : random.nextBoolean() ? "X" : "W")
              .limit(60)
              .toList();
      Map<String, Long> before = Map.of();
      for (int decided = 1; decided <= outcomes.size(); decided++) {
        Map<String, Long> now = OutcomeGroups.shown(outcomes.subList(0, decided), LEAST);
        Map<String, Long> more = difference(now, before);
        if (!more.isEmpty()) {
          assertThat(more.values()).allMatch(count -> count > 0).hasSizeGreaterThan(1);
          assertThat(more.values().stream().mapToLong(Long::longValue).sum())
              .isGreaterThanOrEqualTo(LEAST);
        }
        before = now;
      }
    }
  }

  private static Map<String, Long> difference(Map<String, Long> now, Map<String, Long> before) {
    Map<String, Long> more = new HashMap<>(now);
    before.forEach((outcome, count) -> more.merge(outcome, -count, Long::sum));
    more.values().removeIf(count -> count == 0);
    return more;
  }

  private static Map<String, Long> shown(String... inOrder) {
    return OutcomeGroups.shown(List.of(inOrder), LEAST);
  }
}
