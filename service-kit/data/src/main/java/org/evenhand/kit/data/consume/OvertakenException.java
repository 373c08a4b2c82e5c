package org.evenhand.kit.data.consume;

import org.evenhand.kit.data.database.DependencyAway;

/**
 * Another instance took the same events in at the same moment. Trying again finds them seen; so
 * this waits like everything that passes by itself.
 */
final class OvertakenException extends DependencyAway {

  OvertakenException() {
    super("the record, taken by another instance,");
  }
}
