package org.evenhand.local.canary;

/**
 * Where a canary was seen; it repeats none of its words.
 *
 * @param place such as "evenhand.ratings, partition 2, offset 17, the header ce_subject"
 */
public record Sighting(String what, String place) {
  @Override
  public String toString() {
    return what + " in " + place;
  }
}
