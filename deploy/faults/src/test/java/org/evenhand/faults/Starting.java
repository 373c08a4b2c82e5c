package org.evenhand.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.evenhand.local.process.Part;

/** Starts a part and waits until it is ready. */
final class Starting {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private Starting() {}

  static void start(Part part) {
    part.launch();
    await(part.name())
        .atMost(PATIENCE)
        .until(
            () -> {
              assertThat(part.alive()).as("%s runs; its log: %s", part.name(), part.log()).isTrue();
              return part.ready();
            });
  }
}
