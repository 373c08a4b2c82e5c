package org.evenhand.analytics.counts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The shape of a rating scale.
 *
 * @param size the highest ordinal; ordinals run from 1, higher is better
 * @param favourableFrom a rating at or above this ordinal counts as selected
 */
@Schema(name = "CountedScale")
public record Scale(int size, int favourableFrom) {

  private static final int LARGEST = 100;

  public Scale {
    if (size < 2 || size > LARGEST || favourableFrom < 1 || favourableFrom > size) {
      throw new IllegalArgumentException(
          "A scale has 2 to " + LARGEST + " levels, one of which favourable starts at");
    }
  }

  public boolean has(int ordinal) {
    return ordinal >= 1 && ordinal <= size;
  }
}
