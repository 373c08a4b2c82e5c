package org.evenhand.kit.data.duty;

import java.util.Optional;

/** What somebody is to a duty of which it is asked whether it has to be done. */
enum Standing {
  /** They may not know of it. */
  UNKNOWN,
  /** They may know of it, and not say that it needn't be done: it is theirs or their line's. */
  BARRED,
  /** They stand above the person concerned, or look after it for whoever is late. */
  MANAGER,
  /** They serve the person concerned, or all, as HR. */
  HR;

  /** The side for which they can say that it needn't be done. */
  Optional<Side> side() {
    return switch (this) {
      case HR -> Optional.of(Side.HR);
      case MANAGER -> Optional.of(Side.MANAGER);
      case BARRED, UNKNOWN -> Optional.empty();
    };
  }

  /** Whether they can agree to what this side has proposed: one of the two is HR. */
  boolean canFollow(Side proposed) {
    return this == HR || this == MANAGER && proposed == Side.HR;
  }
}
