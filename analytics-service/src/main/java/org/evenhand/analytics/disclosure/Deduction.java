package org.evenhand.analytics.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * What follows of people from figures, when everybody's level in each of them is known.
 *
 * <p>People at the same levels are a <em>class</em>; which of them is who can't be told. If they
 * are of several groups, nothing follows of any one. If all are of one, it may follow: unless one
 * of them could be of another group and all figures were still the same. They could, if
 *
 * <ul>
 *   <li>they can change places with somebody of another group whose level is the same wherever the
 *       figures tell the two groups apart, or
 *   <li>two of the one group can change places with two of the other: wherever the figures tell the
 *       groups apart, the two are at the same two levels as the other two, in either order. One who
 *       went from 5 to 3 beside one who stayed at 4, for one who went from 5 to 4 beside one who
 *       went from 4 to 3.
 * </ul>
 *
 * <p>That such a change exists proves that nothing follows. Where it takes more than four people,
 * it is not looked for, and the class counts as known: on the safe side.
 */
final class Deduction {

  /** People who are alike. A level is 0 where they don't count. */
  private record Kind(int[] levels, List<Integer> had, int[] secrets) {}

  private final int figures;
  private final List<SortedSet<String>> secrets;
  private final Map<List<Integer>, List<Kind>> classes = new HashMap<>();
  private final Map<List<Integer>, List<Kind>> byHad = new HashMap<>();

  private Deduction(int figures, List<SortedSet<String>> secrets) {
    this.figures = figures;
    this.secrets = secrets;
  }

  /**
   * @param figures which
   * @param had for each of them, what a reader tells apart in it
   * @param secrets what must not become certain: in which of these somebody is, unless it says
   *     nothing of them
   */
  static Deduction of(
      Population population, List<Integer> figures, List<Blocks> had, Blocks secrets) {
    Deduction deduction = new Deduction(figures.size(), secrets.all());
    for (Profile profile : population.profiles()) {
      List<String> groups = groups(profile, figures);
      if (!groups.isEmpty()) {
        deduction.add(profile, figures, groups, had, secrets, population);
      }
    }
    return deduction;
  }

  /** In which group they are in each figure. Where they don't count: the nearest, before or after. */
  private static List<String> groups(Profile profile, List<Integer> figures) {
    List<String> groups = new ArrayList<>();
    for (int figure : figures) {
      profile
          .places()
          .get(figure)
          .ifPresent(
              place -> {
                while (groups.size() < figures.indexOf(figure)) {
                  groups.add(groups.isEmpty() ? place.group() : groups.get(groups.size() - 1));
                }
                groups.add(place.group());
              });
    }
    while (!groups.isEmpty() && groups.size() < figures.size()) {
      groups.add(groups.get(groups.size() - 1));
    }
    return groups;
  }

  private void add(
      Profile profile,
      List<Integer> figures,
      List<String> groups,
      List<Blocks> had,
      Blocks secrets,
      Population population) {
    int[] levels = new int[figures.size()];
    int[] secret = new int[figures.size()];
    List<Integer> blocks = new ArrayList<>();
    for (int i = 0; i < levels.length; i++) {
      levels[i] = profile.places().get(figures.get(i)).map(Place::level).orElse(0);
      blocks.add(had.get(i).of(groups.get(i)));
      int in = secrets.of(groups.get(i));
      secret[i] = population.isProtected(secrets.all().get(in)) ? in : -1;
    }
    Kind kind = new Kind(levels, blocks, secret);
    classes.computeIfAbsent(boxed(levels), none -> new ArrayList<>()).add(kind);
    byHad.computeIfAbsent(blocks, none -> new ArrayList<>()).add(kind);
  }

  /** What is certain of somebody. */
  Set<SortedSet<String>> certain() {
    Set<SortedSet<String>> certain = new HashSet<>();
    for (List<Kind> alike : classes.values()) {
      for (int figure = 0; figure < figures; figure++) {
        int secret = alike.get(0).secrets()[figure];
        if (alike.get(0).levels()[figure] > 0 && secret >= 0 && !open(alike, figure, secret)) {
          certain.add(secrets.get(secret));
        }
      }
    }
    return certain;
  }

  private boolean open(Collection<Kind> alike, int figure, int secret) {
    return alike.stream().anyMatch(kind -> kind.secrets()[figure] != secret)
        || alike.stream().anyMatch(kind -> canChangePlaces(kind, figure, secret));
  }

  private boolean canChangePlaces(Kind one, int figure, int secret) {
    return byHad.entrySet().stream()
        .anyMatch(others -> canChangePlaces(one, figure, secret, others.getKey(), others.getValue()));
  }

  private boolean canChangePlaces(
      Kind one, int figure, int secret, List<Integer> had, List<Kind> others) {
    int[] apart =
        java.util.stream.IntStream.range(0, figures)
            .filter(i -> !one.had().get(i).equals(had.get(i)))
            .toArray();
    int[] levels = at(one, apart);
    Set<List<Integer>> theirs = new HashSet<>();
    Set<List<Integer>> other = new HashSet<>();
    for (Kind kind : others) {
      List<Integer> its = boxed(at(kind, apart));
      theirs.add(its);
      if (kind.secrets()[figure] != secret) {
        other.add(its);
      }
    }
    if (other.contains(boxed(levels))) {
      return true;
    }
    Set<List<Integer>> ours = new HashSet<>();
    byHad.getOrDefault(one.had(), List.of()).forEach(kind -> ours.add(boxed(at(kind, apart))));
    return other.stream()
        .anyMatch(
            first ->
                theirs.stream()
                    .anyMatch(
                        second -> {
                          List<Integer> beside = beside(levels, first, second);
                          return !beside.isEmpty() && ours.contains(beside);
                        }));
  }

  /** At which levels somebody has to be so that they and the first are where these two are. */
  private static List<Integer> beside(int[] levels, List<Integer> first, List<Integer> second) {
    List<Integer> beside = new ArrayList<>();
    for (int i = 0; i < levels.length; i++) {
      if (first.get(i) == levels[i]) {
        beside.add(second.get(i));
      } else if (second.get(i) == levels[i]) {
        beside.add(first.get(i));
      } else {
        return List.of();
      }
    }
    return beside;
  }

  private static int[] at(Kind kind, int[] figures) {
    return java.util.Arrays.stream(figures).map(i -> kind.levels()[i]).toArray();
  }

  private static List<Integer> boxed(int[] levels) {
    return java.util.Arrays.stream(levels).boxed().toList();
  }
}
