package org.evenhand.kit.test.contract;

/** On which side of a body the others stand; it decides which change takes something from them. */
public enum Side {
  /** They read what we write: answers, events. Whatever they rely on has to go on being there. */
  READERS,
  /** They write what we read: requests, parameters. Whatever they send has to go on being taken. */
  WRITERS
}
