package org.evenhand.local.journey;

import org.evenhand.local.journey.api.StackAddresses;
import org.evenhand.local.journey.api.StepFailed;

/** A way through the API that a newcomer can follow; run when every part is ready. */
public interface Journey {
  /**
   * Tells what it does and asserts what it sees. Data is kept, so it skips what an earlier run has
   * done.
   *
   * @throws StepFailed at the first step that saw something unexpected
   */
  void run(StackAddresses addresses);
}
