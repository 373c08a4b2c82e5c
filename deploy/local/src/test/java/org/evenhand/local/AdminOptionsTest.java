package org.evenhand.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.evenhand.local.process.Ports;
import org.evenhand.local.process.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminOptionsTest {
  @Test
  void aServiceIsNamedWithOrWithoutItsEnding() {
    AdminOptions asked = new AdminOptions(false, "review", List.of("verify-audit"));
    assertThat(AdminOptions.parse(List.of("review", "verify-audit"))).isEqualTo(asked);
    assertThat(AdminOptions.parse(List.of("review-service", "verify-audit"))).isEqualTo(asked);
  }

  @Test
  void whatFollowsTheServiceIsLeftToIt() {
    assertThat(
            AdminOptions.parse(
                    List.of("analytics", "replay-dead-letters", "a.topic", "--include-superseded"))
                .command())
        .containsExactly("replay-dead-letters", "a.topic", "--include-superseded");
  }

  @Test
  void aServiceThatIsNoneAndAMissingCommandAreTold() {
    assertThatThrownBy(() -> AdminOptions.parse(List.of("rewiew", "verify-audit")))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("policy, review, calibration, analytics");
    assertThatThrownBy(() -> AdminOptions.parse(List.of("review")))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("Which command");
  }

  @Test
  void thePortsOfTheLastStartAreFound(@TempDir Path home) {
    Layout layout = new Layout(home, home);
    assertThat(layout.portsInUse()).isEqualTo(Ports.usual());

    layout.notePorts(Ports.from(21_000));

    assertThat(layout.portsInUse()).isEqualTo(Ports.from(21_000));
  }
}
