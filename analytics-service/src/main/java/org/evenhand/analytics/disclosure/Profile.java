package org.evenhand.analytics.disclosure;

import java.util.List;
import java.util.Optional;

/**
 * People who are alike in everything that any figure of a dimension shows.
 *
 * @param places the place in each figure, in the order of the figures; empty where they don't count
 * @param people their number
 */
public record Profile(List<Optional<Place>> places, long people) {

  public Profile {
    places = List.copyOf(places);
    if (people < 0) {
      throw new IllegalArgumentException(people + " people");
    }
  }
}
