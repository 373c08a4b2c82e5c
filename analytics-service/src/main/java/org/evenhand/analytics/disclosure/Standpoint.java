package org.evenhand.analytics.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A person's place in some figures, as a reader sees it.
 *
 * @param levels the level in each; 0 where they don't count
 * @param groups the group in each; where they don't count, the one in the nearest before, or after
 * @param blocks the block in each, of those that a reader can tell apart
 * @param secrets the protected block in each, which must not become certain; {@link #OPEN} where
 *     there is none
 */
record Standpoint(
    List<Integer> levels, List<String> groups, List<Integer> blocks, List<Integer> secrets) {

  static final int OPEN = -1;

  /** Empty for people who count in none of these figures. */
  static Optional<Standpoint> of(
      Profile profile,
      List<Integer> figures,
      List<Blocks> told,
      Blocks secrets,
      Population population) {
    List<Optional<Place>> places = figures.stream().map(profile.places()::get).toList();
    Optional<Place> nearest = places.stream().flatMap(Optional::stream).findFirst();
    List<Integer> levels = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    List<Integer> blocks = new ArrayList<>();
    List<Integer> secret = new ArrayList<>();
    for (int i = 0; i < places.size() && nearest.isPresent(); i++) {
      // Where they don't count, they belong to the group that they belonged to before, or will.
      nearest = places.get(i).isPresent() ? places.get(i) : nearest;
      String group = nearest.get().group();
      int in = secrets.of(group);
      levels.add(places.get(i).map(Place::level).orElse(0));
      groups.add(group);
      blocks.add(told.get(i).of(group));
      secret.add(population.isProtected(secrets.all().get(in)) ? in : OPEN);
    }
    return nearest.map(place -> new Standpoint(levels, groups, blocks, secret));
  }
}
