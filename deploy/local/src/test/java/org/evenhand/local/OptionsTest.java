package org.evenhand.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.evenhand.local.process.Ports;
import org.evenhand.local.process.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
  @Test
  void withoutOptionsTheJourneyIsTakenOnKeptDataAndTheStackStaysUp() {
    assertThat(Options.parse(List.of()))
        .isEqualTo(new Options(false, true, false, false, Set.of(), Ports.usual()));
  }

  @Test
  void optionsAddUp() {
    assertThat(
            Options.parse(
                List.of("--fresh", "--no-journey", "--stop-after", "--port-base", "21000")))
        .isEqualTo(new Options(true, false, true, false, Set.of(), Ports.from(21000)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "80", "99999", "-1"})
  void aPortThatIsNoneIsRefused(String value) {
    assertThatThrownBy(() -> Options.parse(List.of("--port-base", value)))
        .isInstanceOf(Trouble.class);
  }

  @Test
  void aStackWithoutAPartTakesNoJourney() {
    Options options =
        Options.parse(List.of("--without", "review", "--without", "gateway", "--debug"));

    assertThat(options.without()).containsExactly("gateway", "review");
    assertThat(options.journey()).isFalse();
    assertThat(options.debug()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "reviews", "kafka"})
  void aPartThatIsNoServiceCantBeLeftOut(String name) {
    assertThatThrownBy(() -> Options.parse(List.of("--without", name)))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("calibration");
  }

  @Test
  void anUnknownOptionIsNamed() {
    assertThatThrownBy(() -> Options.parse(List.of("--frsh")))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("--frsh");
  }
}
