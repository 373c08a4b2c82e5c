package org.evenhand.kit.web.startup;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {

  @ParameterizedTest
  @ValueSource(strings = {"dev", "test", "local"})
  void onOneMachineAnythingGoes(String profile) {
    assertDoesNotThrow(() -> Guard.check(List.of(profile), new SmallRyeConfigBuilder().build()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"prod", "staging"})
  void anywhereElseADangerousSettingEndsTheStart(String profile) {
    var refusal =
        assertThrows(
            IllegalStateException.class,
            () -> Guard.check(List.of(profile), new SmallRyeConfigBuilder().build()));
    assertTrue(refusal.getMessage().contains("No token issuer is set"), refusal.getMessage());
  }

  @Test
  void noProfileAtAllCountsAsProduction() {
    assertThrows(
        IllegalStateException.class,
        () -> Guard.check(List.of(), new SmallRyeConfigBuilder().build()));
  }
}
