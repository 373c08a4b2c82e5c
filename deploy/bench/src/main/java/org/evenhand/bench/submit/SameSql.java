package org.evenhand.bench.submit;

/** Something that runs a script for one review after the other, with so many clients. */
interface SameSql {
  /** As it is called in the table. */
  String name();

  /** Scripts per second, for so many reviews from that one on. */
  double rate(Script script, long from, long count) throws Exception;
}
