package org.evenhand.kit.test.contract;

/** Whether the others read or write a body; it decides which change breaks them. */
public enum Side {
  /** They read what we write: answers, events. What they rely on has to remain. */
  READERS,
  /** They write what we read: requests, parameters. What they send has to remain accepted. */
  WRITERS
}
