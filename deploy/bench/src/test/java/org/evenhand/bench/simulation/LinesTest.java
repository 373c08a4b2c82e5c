package org.evenhand.bench.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinesTest {
  @Test
  void aClaimIsHeldOnlyWhereAllOfTheIntervalSaysSo() {
    assertThat(Lines.told(.02, .1, 1000)).isEqualTo("held");
    assertThat(Lines.told(.129, .1, 589)).isEqualTo("NOT HELD");
    assertThat(Lines.told(.11, .1, 200)).isEqualTo("too few to tell");
  }

  @Test
  void aFewTellNothingWhetherThereIsAnErrorOrNone() {
    assertThat(Lines.told(1, .1, 1)).isEqualTo("too few to tell");
    assertThat(Lines.told(0, .1, 0)).isEqualTo("too few to tell");
    assertThat(Lines.told(0, .1, 34)).isEqualTo("too few to tell");
    assertThat(Lines.told(0, .1, 35)).isEqualTo("held");
  }
}
