package org.evenhand.analytics.disclosure;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What is promised of a figure, told once more from the people themselves and without the engine:
 * which promises a figure breaks, if it shows these groups after the figures before it.
 *
 * @param shown by figure, the groups of which its own counts are shown
 */
record Invariants(
    List<Profile> profiles,
    List<Set<String>> shown,
    Set<String> undeclared,
    DisclosureRules rules) {

  enum Broken {
    LEAST_GROUP,
    ALL_ALIKE,
    LEVEL_AGAINST_TOTAL,
    COMPLEMENT,
    EVERY_EARLIER_FIGURE,
    NOBODY_DETERMINED
  }

  /** Those that the last of the figures breaks. */
  Set<Broken> broken() {
    Set<Broken> broken = new TreeSet<>();
    int last = shown.size() - 1;
    if (shown.get(last).isEmpty()) {
      return broken;
    }
    Set<String> rest = others(last);
    for (String group : shown.get(last)) {
      long people = people(last, in(last, Set.of(group)));
      if (people > 0 && people < rules.leastGroup()) {
        broken.add(Broken.LEAST_GROUP);
      }
      alone(last, Set.of(group), broken);
    }
    long people = people(last, in(last, rest));
    long groups = rest.stream().filter(g -> people(last, in(last, Set.of(g))) > 0).count();
    if (people > 0 && (people < rules.leastGroup() || groups < 2)) {
      broken.add(Broken.COMPLEMENT);
    }
    alone(last, rest, broken);
    for (int i = 0; i < last; i++) {
      if (!shown.get(i).isEmpty()) {
        beside(i, last, broken);
      }
    }
    if (!new Attacker(profiles, shown, undeclared).certain().isEmpty()) {
      broken.add(Broken.NOBODY_DETERMINED);
    }
    return broken;
  }

  private void alone(int figure, Set<String> block, Set<Broken> broken) {
    Set<Integer> levels = levels(figure, in(figure, block));
    if (levels.size() == 1) {
      broken.add(Broken.ALL_ALIKE);
    }
    Set<Integer> others = levels(figure, in(figure, block).negate());
    if (isProtected(block) && !others.containsAll(levels)) {
      broken.add(Broken.LEVEL_AGAINST_TOTAL);
    }
  }

  private void beside(int earlier, int last, Set<Broken> broken) {
    List<Set<String>> blocks = new ArrayList<>();
    Set<String> here = new HashSet<>(others(last));
    Set<String> there = new HashSet<>(others(earlier));
    if (here.stream().anyMatch(there::contains)) {
      here.addAll(there);
      there.clear();
    }
    blocks.add(here);
    blocks.add(there);
    groups(last).stream()
        .filter(group -> !here.contains(group) && !there.contains(group))
        .forEach(group -> blocks.add(Set.of(group)));
    Map<String, String> names = new HashMap<>();
    blocks.forEach(block -> block.forEach(group -> names.put(group, block.toString())));
    for (Set<String> block : blocks) {
      Set<List<Integer>> ways = new HashSet<>();
      long differ = 0;
      for (Profile profile : profiles) {
        List<Integer> way = List.of(level(profile, earlier, block), level(profile, last, block));
        if (profile.people() > 0 && !way.get(0).equals(way.get(1))) {
          ways.add(way);
          differ += profile.people();
        }
      }
      if (differ > 0 && differ < rules.leastGroup()) {
        broken.add(Broken.EVERY_EARLIER_FIGURE);
      }
      if (ways.size() == 1) {
        broken.add(Broken.ALL_ALIKE);
      }
    }
    List<Profile> asBlocks =
        profiles.stream()
            .map(
                profile ->
                    new Profile(
                        List.of(
                            named(profile.places().get(earlier), names),
                            named(profile.places().get(last), names)),
                        profile.people()))
            .toList();
    Set<String> open =
        blocks.stream().filter(block -> !isProtected(block)).map(Set::toString).collect(toSet());
    Set<String> all = new HashSet<>(names.values());
    if (!new Attacker(asBlocks, List.of(all, all), open).certain().isEmpty()) {
      broken.add(Broken.LEVEL_AGAINST_TOTAL);
    }
  }

  private static Optional<Place> named(Optional<Place> place, Map<String, String> names) {
    return place.map(at -> new Place(names.getOrDefault(at.group(), at.group()), at.level()));
  }

  private boolean isProtected(Set<String> block) {
    return block.stream().noneMatch(undeclared::contains);
  }

  private Set<String> others(int figure) {
    return groups(figure).stream()
        .filter(group -> !shown.get(figure).contains(group))
        .collect(toSet());
  }

  private Set<String> groups(int figure) {
    return profiles.stream()
        .filter(profile -> profile.people() > 0)
        .flatMap(profile -> IntStream.rangeClosed(0, figure).mapToObj(profile.places()::get))
        .flatMap(Optional::stream)
        .map(Place::group)
        .collect(toSet());
  }

  private static Predicate<Profile> in(int figure, Set<String> block) {
    return profile ->
        profile.places().get(figure).filter(p -> block.contains(p.group())).isPresent();
  }

  private static int level(Profile profile, int figure, Set<String> block) {
    return in(figure, block).test(profile)
        ? profile.places().get(figure).map(Place::level).orElse(0)
        : 0;
  }

  private long people(int figure, Predicate<Profile> of) {
    return profiles.stream()
        .filter(profile -> profile.places().get(figure).isPresent())
        .filter(of)
        .mapToLong(Profile::people)
        .sum();
  }

  private Set<Integer> levels(int figure, Predicate<Profile> of) {
    return profiles.stream()
        .filter(profile -> profile.people() > 0)
        .filter(of)
        .flatMap(profile -> profile.places().get(figure).stream())
        .map(Place::level)
        .collect(toSet());
  }
}
