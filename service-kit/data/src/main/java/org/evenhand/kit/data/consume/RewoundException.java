package org.evenhand.kit.data.consume;

/** The consumer was rewound: records that were polled before don't count any more. */
final class RewoundException extends RuntimeException {

  private final long generation;

  RewoundException(long generation) {
    super("rewound to generation " + generation, null, false, false);
    this.generation = generation;
  }

  long generation() {
    return generation;
  }
}
