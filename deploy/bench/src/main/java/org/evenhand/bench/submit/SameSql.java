package org.evenhand.bench.submit;

/** Runs a script for one review after the other, with a number of clients. */
interface SameSql {
  /** The name in the table. */
  String name();

  /** Scripts per second, for a number of reviews from the given one on. */
  double rate(Script script, long from, long count) throws Exception;
}
