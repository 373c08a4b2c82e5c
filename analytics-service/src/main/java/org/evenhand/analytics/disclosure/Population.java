package org.evenhand.analytics.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;

/** Everybody who counts in any figure of a dimension. */
final class Population {

  private final List<Profile> profiles;
  private final Set<String> undeclared;
  private final List<SortedSet<String>> groups = new ArrayList<>();

  /**
   * @param undeclared the groups that say nothing of their people
   */
  Population(List<Profile> profiles, Set<String> undeclared, int figures) {
    this.profiles =
        profiles.stream()
            .filter(profile -> profile.people() > 0)
            .sorted(
                Comparator.comparingLong(Profile::people)
                    .reversed()
                    .thenComparing(profile -> profile.places().toString()))
            .toList();
    this.undeclared = Set.copyOf(undeclared);
    SortedSet<String> known = new TreeSet<>();
    for (int figure = 0; figure < figures; figure++) {
      for (Profile profile : this.profiles) {
        profile.places().get(figure).map(Place::group).ifPresent(known::add);
      }
      groups.add(Collections.unmodifiableSortedSet(new TreeSet<>(known)));
    }
  }

  /** The most frequent first, so that the decision doesn't depend on the order of input. */
  List<Profile> profiles() {
    return profiles;
  }

  /** A move from one level to another between two figures; 0 is outside. */
  record Way(int from, int to) implements Comparable<Way> {
    @Override
    public int compareTo(Way other) {
      return from == other.from ? Integer.compare(to, other.to) : Integer.compare(from, other.from);
    }
  }

  /** The groups that a figure names: those with people in it or in an earlier figure. */
  SortedSet<String> groups(int figure) {
    return groups.get(figure);
  }

  /** Whether knowing that somebody is in one of these groups means knowing what they declared. */
  boolean isProtected(Collection<String> groups) {
    return Collections.disjoint(groups, undeclared);
  }

  /** How many people of some groups are at each level; a level without any is missing. */
  SortedMap<Integer, Long> levels(int figure, Collection<String> groups) {
    SortedMap<Integer, Long> levels = new TreeMap<>();
    for (Profile profile : profiles) {
      int level = level(profile, figure, groups);
      if (level > 0) {
        levels.merge(level, profile.people(), Long::sum);
      }
    }
    return levels;
  }

  long people(int figure, Collection<String> groups) {
    return sum(levels(figure, groups));
  }

  /**
   * The people who count differently in two figures of some groups taken as one. Individuals are
   * counted, so a person who came doesn't make up for one who left.
   */
  SortedMap<Way, Long> movers(int earlier, int later, Collection<String> groups) {
    return movers(earlier, later, groups, level -> level);
  }

  /** The people who count in one of two figures of some groups alone, at whatever level. */
  SortedMap<Way, Long> cameOrWent(int earlier, int later, Collection<String> groups) {
    return movers(earlier, later, groups, Integer::signum);
  }

  private SortedMap<Way, Long> movers(
      int earlier, int later, Collection<String> groups, IntUnaryOperator seen) {
    SortedMap<Way, Long> movers = new TreeMap<>();
    for (Profile profile : profiles) {
      int from = seen.applyAsInt(level(profile, earlier, groups));
      int to = seen.applyAsInt(level(profile, later, groups));
      if (from != to) {
        movers.merge(new Way(from, to), profile.people(), Long::sum);
      }
    }
    return movers;
  }

  private static int level(Profile profile, int figure, Collection<String> groups) {
    return profile
        .places()
        .get(figure)
        .filter(place -> groups.contains(place.group()))
        .map(Place::level)
        .orElse(0);
  }

  static long sum(Map<?, Long> people) {
    return people.values().stream().mapToLong(Long::longValue).sum();
  }
}
