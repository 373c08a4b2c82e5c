package org.evenhand.gateway.feed;

import java.util.List;

/**
 * Events in the order in which they were read, which is that of their keys.
 *
 * @param from where it begins
 * @param to where it ends: behind its last event, and behind what was passed over after that
 */
record Page(Position from, List<CloudEvent> events, Position to) {

  /** The types of which all is told again from here on. */
  List<String> anew() {
    return from.anew();
  }

  /** Whether there was more when it was read. */
  boolean more() {
    return to.isBehind();
  }
}
