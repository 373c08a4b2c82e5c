package org.evenhand.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.evenhand.local.process.Trouble;
import org.junit.jupiter.api.Test;

class OptionsTest {
  private static final Set<String> KNOWN = Set.of("port-base", "events");

  @Test
  void namesAndOptionsMayBeMixed() {
    Options options = Options.parse(List.of("intake", "--events", "5000", "fairness"), KNOWN);

    assertThat(options.names()).containsExactly("intake", "fairness");
    assertThat(options.number("events", 7)).isEqualTo(5000);
    assertThat(options.number("seconds", 7)).isEqualTo(7);
  }

  @Test
  void portsAreInARowFromTheBase() {
    assertThat(Options.parse(List.of("--port-base", "21000"), KNOWN).ports().kafkaController())
        .isEqualTo(21_008);
  }

  @Test
  void aSlipIsNamed() {
    assertThatThrownBy(() -> Options.parse(List.of("--event", "5"), KNOWN))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("--event");
    assertThatThrownBy(() -> Options.parse(List.of("--events", "many"), KNOWN))
        .hasMessage("--events wants a whole number");
    assertThatThrownBy(() -> Options.parse(List.of("--events"), KNOWN))
        .hasMessage("--events wants a whole number");
  }
}
