package org.evenhand.kit.web.problem;

import java.net.URI;
import java.util.Locale;

/**
 * A kind of problem that a client can act on (RFC 9457). Each service has one enum of its own; its
 * constants are part of the API, so a name, once published, stays.
 */
public interface ProblemType {

  /** The constant's name, for example {@code CYCLE_NOT_OPEN}. */
  String name();

  /** The HTTP status, 400 to 599. */
  int status();

  /** A short sentence that is the same for every occurrence. */
  String title();

  /** The stable identifier of this type, for example {@code …/problems/cycle-not-open}. */
  default URI type() {
    return URI.create(
        "https://evenhand.org/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
