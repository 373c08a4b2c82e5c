package org.evenhand.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.evenhand.local.process.LocalClock;
import org.evenhand.local.process.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaterTest {

  @TempDir private Path data;

  @Test
  void daysAddUpAndAreKept() {
    LocalClock clock = clock();
    assertThat(Later.answer(clock, List.of())).contains(clock.today() + ", 0 days ahead");
    Later.answer(clock, List.of("14"));
    Later.answer(clock, List.of("30"));
    assertThat(clock().ahead()).isEqualTo(Duration.ofDays(44));
    assertThat(Later.answer(clock, List.of())).contains(clock.today() + ", 44 days ahead");
  }

  @Test
  void timeDoesNotGoBack() {
    assertThatThrownBy(() -> clock().pass(Duration.ofDays(-1)))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("--fresh");
    assertThat(clock().ahead()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-3", "P3D", "tomorrow", "100000"})
  void whatIsNoNumberOfDaysMovesNothing(String wanted) {
    assertThatThrownBy(() -> Later.answer(clock(), List.of(wanted)))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("from 1 to 9999");
    assertThat(clock().ahead()).isZero();
  }

  private LocalClock clock() {
    return new LocalClock(data.resolve("data/clock-ahead"));
  }
}
