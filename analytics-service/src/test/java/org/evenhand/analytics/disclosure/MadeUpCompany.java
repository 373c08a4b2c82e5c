package org.evenhand.analytics.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.evenhand.analytics.counts.Phase;

/**
 * A company that is rated once, in up to three editions: people join and leave between them,
 * declare late, withdraw or change what they declared, and are calibrated.
 *
 * @param shares the declared groups by their share; who is in none declared nothing
 * @param calibrated the share of people whose rating a session changes
 * @param changing the share of people who join, leave, or declare otherwise, at each edition
 */
record MadeUpCompany(
    int people, List<Double> shares, double calibrated, double changing, int editions, long seed) {

  static final String UNDECLARED = "undeclared";
  private static final double[] LEVELS = {.03, .12, .5, .25, .1};

  List<FigureKey> keys() {
    List<FigureKey> keys = new ArrayList<>();
    for (int edition = 1; edition <= editions; edition++) {
      keys.add(new FigureKey(edition, Phase.BEFORE));
      keys.add(new FigureKey(edition, Phase.AFTER));
    }
    return keys;
  }

  List<Profile> profiles() {
    Random random = new Random(seed);
    Map<List<Optional<Place>>, Long> alike = new HashMap<>();
    for (int i = 0; i < people; i++) {
      alike.merge(places(random), 1L, Long::sum);
    }
    return alike.entrySet().stream()
        .map(each -> new Profile(each.getKey(), each.getValue()))
        .sorted(java.util.Comparator.comparing(profile -> profile.places().toString()))
        .toList();
  }

  private List<Optional<Place>> places(Random random) {
    List<Optional<Place>> places = new ArrayList<>();
    String group = group(random);
    int before = level(random);
    int after = random.nextDouble() < calibrated ? moved(before, random) : before;
    boolean here = random.nextDouble() >= changing;
    int settled = random.nextInt(editions + 1);
    for (int edition = 0; edition < editions; edition++) {
      if (edition > 0 && random.nextDouble() < changing) {
        switch (random.nextInt(3)) {
          case 0 -> here = !here;
          case 1 -> group = group(random);
          default -> after = moved(before, random);
        }
      }
      places.add(here ? Optional.of(new Place(group, before)) : Optional.empty());
      boolean decided = here && (edition >= settled || edition == editions - 1);
      places.add(decided ? Optional.of(new Place(group, after)) : Optional.empty());
    }
    return places;
  }

  private String group(Random random) {
    double at = random.nextDouble();
    for (int i = 0; i < shares.size(); i++) {
      at -= shares.get(i);
      if (at < 0) {
        return "g" + i;
      }
    }
    return UNDECLARED;
  }

  private static int level(Random random) {
    double at = random.nextDouble();
    int level = 1;
    while (level < LEVELS.length && at >= LEVELS[level - 1]) {
      at -= LEVELS[level - 1];
      level++;
    }
    return level;
  }

  private static int moved(int level, Random random) {
    int by = random.nextInt(5) == 0 ? 2 : 1;
    int to = random.nextInt(3) == 0 ? level + by : level - by;
    return Math.max(1, Math.min(LEVELS.length, to));
  }
}
