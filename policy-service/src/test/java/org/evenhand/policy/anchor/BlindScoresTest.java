package org.evenhand.policy.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.evenhand.policy.anchor.BlindScores.OfRater;
import org.evenhand.policy.anchor.BlindScores.Pairs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BlindScoresTest {

  @Test
  void each_level_counts_how_often_another_rater_gave_it_too() {
    var scores = new BlindScores(5, List.of(rater(3, 4, 2), rater(3, 4, null), rater(4, 4, 2)));

    assertThat(scores.byLevel())
        .isEqualTo(
            Map.of(
                2, new Pairs(2, 2),
                3, new Pairs(2, 4),
                4, new Pairs(6, 8)));
  }

  @Test
  void a_sample_that_one_rater_scored_says_nothing_and_a_session_without_raters_as_little() {
    var alone = new BlindScores(5, List.of(rater(3, 3), rater(null, 4)));

    assertThat(alone.byLevel()).isEqualTo(Map.of(3, new Pairs(0, 1), 4, new Pairs(0, 1)));
    assertThat(new BlindScores(5, List.of()).byLevel()).isEmpty();
  }

  private static OfRater rater(@Nullable Integer... ordinals) {
    return new OfRater(Arrays.asList(ordinals));
  }
}
