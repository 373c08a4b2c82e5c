package org.evenhand.analytics.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where somebody is in some figures.
 *
 * @param levels at which they are in each; 0 where they don't count
 * @param blocks in which of the blocks that a reader tells apart
 * @param secrets in which of those of which it must not be certain; {@link #OPEN} in none
 */
record Standpoint(List<Integer> levels, List<Integer> blocks, List<Integer> secrets) {

  static final int OPEN = -1;

  /** Empty for who counts in none of these figures. */
  static Optional<Standpoint> of(
      Profile profile,
      List<Integer> figures,
      List<Blocks> told,
      Blocks secrets,
      Population population) {
    List<Optional<Place>> places = figures.stream().map(profile.places()::get).toList();
    Optional<Place> nearest = places.stream().flatMap(Optional::stream).findFirst();
    List<Integer> levels = new ArrayList<>();
    List<Integer> blocks = new ArrayList<>();
    List<Integer> secret = new ArrayList<>();
    for (int i = 0; i < places.size() && nearest.isPresent(); i++) {
      // Where they don't count, they are of the group that they were of before, or will be.
      nearest = places.get(i).isPresent() ? places.get(i) : nearest;
      String group = nearest.get().group();
      int in = secrets.of(group);
      levels.add(places.get(i).map(Place::level).orElse(0));
      blocks.add(told.get(i).of(group));
      secret.add(population.isProtected(secrets.all().get(in)) ? in : OPEN);
    }
    return nearest.map(place -> new Standpoint(levels, blocks, secret));
  }
}
