package org.evenhand.analytics.replay;

import org.jspecify.annotations.Nullable;

/** The scale of a draft. */
record DraftScale(int size, int favourableFrom) {

  boolean holds() {
    return has(favourableFrom);
  }

  boolean has(@Nullable Integer level) {
    return level != null && level >= 1 && level <= size;
  }
}
