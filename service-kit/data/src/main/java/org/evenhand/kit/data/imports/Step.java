package org.evenhand.kit.data.imports;

/** What a step came to. */
enum Step {
  /** Something was done, there may be more. */
  DONE,
  /** Nothing is in line. */
  IDLE,
  /** Another instance is at work on this kind. */
  BUSY
}
