package org.evenhand.kit.data.consume;

import org.evenhand.kit.data.database.DependencyAway;

/**
 * Another instance handled the same events at the same moment. A retry finds them seen, so this is
 * treated like every failure that passes by itself.
 */
final class OvertakenException extends DependencyAway {

  OvertakenException() {
    super("the record, taken by another instance,");
  }
}
