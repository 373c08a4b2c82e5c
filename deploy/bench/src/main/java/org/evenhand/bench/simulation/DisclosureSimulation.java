package org.evenhand.bench.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.disclosure.DisclosureControl;
import org.evenhand.analytics.disclosure.DisclosureRules;
import org.evenhand.analytics.disclosure.Figure;
import org.evenhand.analytics.disclosure.FigureKey;
import org.evenhand.analytics.disclosure.Place;
import org.evenhand.analytics.disclosure.Profile;
import org.evenhand.analytics.disclosure.Visibility;

/**
 * How many groups are visible, and which people an attacker with all that is public recovers: one
 * cycle, published when calibration begins, when sharing is proposed and when it is closed.
 */
final class DisclosureSimulation {
  private static final DisclosureRules RULES = new DisclosureRules(5, 10);
  private static final double[] LEVELS = {.03, .12, .5, .25, .1};
  private static final double CALIBRATED = .15;
  private static final double CHANGED = .02;

  private static final List<FigureKey> KEYS =
      List.of(
          new FigureKey(1, Phase.BEFORE),
          new FigureKey(2, Phase.BEFORE),
          new FigureKey(2, Phase.AFTER),
          new FigureKey(3, Phase.BEFORE),
          new FigureKey(3, Phase.AFTER));

  private final int people;
  private final Attribute attribute;
  private final SplittableRandom random;

  /** Of declared groups of k and more, over all figures. */
  private int shown;

  private int carried;
  private int hidden;
  private long recovered;

  DisclosureSimulation(int people, Attribute attribute, SplittableRandom random) {
    this.people = people;
    this.attribute = attribute;
    this.random = random;
  }

  DisclosureSimulation run(int companies) {
    for (int i = 0; i < companies; i++) {
      company();
    }
    return this;
  }

  int groups() {
    return shown + carried + hidden;
  }

  double visible() {
    return groups() == 0 ? 0 : (double) (shown + carried) / groups();
  }

  double current() {
    return groups() == 0 ? 0 : (double) shown / groups();
  }

  long recovered() {
    return recovered;
  }

  private void company() {
    Map<List<Optional<Place>>, Long> alike = new HashMap<>();
    for (int i = 0; i < people; i++) {
      alike.merge(person(), 1L, Long::sum);
    }
    List<Profile> profiles = new ArrayList<>();
    alike.forEach((places, count) -> profiles.add(new Profile(places, count)));
    List<Figure> figures =
        DisclosureControl.decide(List.of(), KEYS, profiles, Set.of(attribute.undeclared()), RULES);
    for (int i = 0; i < figures.size(); i++) {
      count(i, figures.get(i), profiles);
    }
    recovered += new PublishedFigures(profiles, figures, attribute.undeclared()).recovered();
  }

  private void count(int index, Figure figure, List<Profile> profiles) {
    figure
        .visibilities()
        .forEach(
            (group, visibility) -> {
              if (attribute.isDeclared(group) && of(group, index, profiles) >= RULES.leastGroup()) {
                shown += visibility instanceof Visibility.Shown ? 1 : 0;
                carried += visibility instanceof Visibility.Carried ? 1 : 0;
                hidden += visibility instanceof Visibility.Hidden ? 1 : 0;
              }
            });
  }

  private static long of(String group, int figure, List<Profile> profiles) {
    return profiles.stream()
        .filter(
            each -> each.places().get(figure).filter(at -> at.group().equals(group)).isPresent())
        .mapToLong(Profile::people)
        .sum();
  }

  private List<Optional<Place>> person() {
    String group = group();
    String later = random.nextDouble() < CHANGED ? group() : group;
    int before = level();
    int after = random.nextDouble() < CALIBRATED ? moved(before) : before;
    int appealed = random.nextDouble() < CHANGED ? moved(after) : after;
    boolean early = random.nextDouble() >= CHANGED;
    return List.of(
        early ? Optional.of(new Place(group, before)) : Optional.empty(),
        Optional.of(new Place(later, before)),
        Optional.of(new Place(later, after)),
        Optional.of(new Place(later, before)),
        Optional.of(new Place(later, appealed)));
  }

  private String group() {
    double at = random.nextDouble();
    int i = 0;
    while (i < attribute.groups().size() - 1 && at >= attribute.shares().get(i)) {
      at -= attribute.shares().get(i);
      i++;
    }
    return attribute.groups().get(i);
  }

  private int level() {
    double at = random.nextDouble();
    int level = 1;
    while (level < LEVELS.length && at >= LEVELS[level - 1]) {
      at -= LEVELS[level - 1];
      level++;
    }
    return level;
  }

  private int moved(int level) {
    int to = random.nextInt(3) == 0 ? level + 1 : level - 1;
    return Math.max(1, Math.min(LEVELS.length, to));
  }
}
