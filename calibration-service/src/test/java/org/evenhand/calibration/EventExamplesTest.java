package org.evenhand.calibration;

import org.evenhand.kit.test.EventSchemas;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventExamplesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "planned",
        "samples-ready",
        "blind-scoring",
        "revealed",
        "discussion",
        "ready",
        "locked",
        "published"
      })
  void every_committed_example_fits_its_schema(String transition) {
    EventSchemas.checkExample("org.evenhand.session." + transition + ".v1");
  }
}
