package org.evenhand.kit.web.problem;

import java.net.URI;
import java.util.Locale;
import org.evenhand.kit.web.address.PublicUrl;

/**
 * A kind of problem that a client can act on (RFC 9457). Each service has one enum of its own; its
 * constants are part of the API, so a name, once published, stays.
 */
public interface ProblemType {

  /** The constant's name, for example {@code CYCLE_NOT_OPEN}: the {@code code} of the answer. */
  String name();

  /** The HTTP status, 400 to 599. */
  int status();

  /** A short sentence that is the same for every occurrence. */
  String title();

  /** What a client or its user can do about it, in whole sentences. */
  String remedy();

  /** Where the page about it is, for example {@code https://…/problems/cycle-not-open}. */
  default URI type() {
    return PublicUrl.of("/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
