package org.evenhand.attack.linking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MoversTest {

  @Test
  void two_of_two_movers_are_known_when_the_group_moved_by_two() {
    int[][] company = {{40, 2}, {0, 15}};
    Movers movers = new Movers(new int[] {14, 5}, new int[] {12, 7}, company);

    assertThat(movers.isPossible()).isTrue();
    assertThat(movers.least(0, 1)).isEqualTo(2);
  }

  @Test
  void nobody_is_known_where_more_moved_than_the_group_did() {
    int[][] company = {{40, 9}, {0, 15}};
    Movers movers = new Movers(new int[] {14, 5}, new int[] {12, 7}, company);

    assertThat(movers.least(0, 1)).isEqualTo(2);
    assertThat(movers.least(0, 0)).isLessThan(40);
  }

  @Test
  void figures_that_cannot_be_true_say_nothing() {
    int[][] company = {{4, 0}, {0, 1}};

    assertThat(new Movers(new int[] {9, 0}, new int[] {9, 0}, company).isPossible()).isFalse();
  }
}
