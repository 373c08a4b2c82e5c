package org.evenhand.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.evenhand.local.process.Ports;
import org.evenhand.local.process.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
  @Test
  void withoutOptionsTheJourneyIsTakenOnKeptDataAndTheStackStaysUp() {
    assertThat(Options.parse(List.of())).isEqualTo(new Options(false, true, false, Ports.usual()));
  }

  @Test
  void optionsAddUp() {
    assertThat(
            Options.parse(
                List.of("--fresh", "--no-journey", "--stop-after", "--port-base", "21000")))
        .isEqualTo(new Options(true, false, true, Ports.from(21000)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "80", "99999", "-1"})
  void aPortThatIsNoneIsRefused(String value) {
    assertThatThrownBy(() -> Options.parse(List.of("--port-base", value)))
        .isInstanceOf(Trouble.class);
  }

  @Test
  void anUnknownOptionIsNamed() {
    assertThatThrownBy(() -> Options.parse(List.of("--frsh")))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("--frsh");
  }
}
