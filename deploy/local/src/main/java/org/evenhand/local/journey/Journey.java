package org.evenhand.local.journey;

/** A way through the API that a newcomer can follow; run when every part is ready. */
public interface Journey {
  /**
   * Tells what it does, and asserts what it sees. Skips what an earlier run has done, as data is
   * kept.
   *
   * @throws StepFailed at the first step that saw something else than it should
   */
  void run(StackAddresses addresses);
}
