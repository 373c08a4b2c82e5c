package org.evenhand.analytics.statistics.partition;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.Selection;

/**
 * All people of a population, each in one group of a dimension.
 *
 * @param dimension its key
 * @param groups with different names and the same scale; empty ones are allowed
 */
public record Partition(String dimension, List<Group> groups) {
  public Partition {
    groups = List.copyOf(groups);
    Set<String> names = new HashSet<>();
    for (Group group : groups) {
      if (!names.add(group.name())) {
        throw new IllegalArgumentException("Two groups are called " + group.name());
      }
      group.counts().requireSameScale(groups.get(0).counts());
    }
  }

  /** All people, those who declared nothing included. */
  public long people() {
    return groups.stream().mapToLong(group -> group.counts().people()).reduce(0, Math::addExact);
  }

  /**
   * Which groups stay hidden at a least group size of k.
   *
   * <p>A group in which everybody has the same rating is hidden like a small one, since its figures
   * would tell everybody's rating. So is a further group while those hidden, taken together, are
   * all rated the same: what is shown of the others, subtracted from the whole, would tell it
   * again.
   */
  public Suppression suppression(long k) {
    TreeMap<String, Long> people = new TreeMap<>();
    TreeSet<String> refused = new TreeSet<>();
    for (Group group : groups) {
      people.put(group.name(), group.counts().people());
      if (Disclosure.isAllAlike(group.counts())) {
        refused.add(group.name());
      }
    }
    Suppression found = Suppression.of(people, refused, k);
    if (found.hidden().isEmpty() || differ(found)) {
      return found;
    }
    List<Group> others =
        groups.stream()
            .filter(group -> group.counts().people() > 0 && !found.hides(group.name()))
            .sorted(
                Comparator.<Group>comparingLong(group -> group.counts().people())
                    .thenComparing(Group::name))
            .toList();
    // Every visible group has two ratings at least, or it would have been refused: one is enough.
    if (others.isEmpty()) {
      return new Suppression(found.hidden(), false);
    }
    refused.addAll(found.hidden());
    refused.add(others.get(0).name());
    return Suppression.of(people, refused, k);
  }

  private boolean differ(Suppression hidden) {
    return groups.stream()
        .filter(group -> hidden.hides(group.name()))
        .map(Group::counts)
        .reduce(LevelCounts::plus)
        .map(counts -> !Disclosure.isAllAlike(counts))
        .orElse(true);
  }

  /** The groups that could serve as the reference, whichever of them fared best. */
  public List<Group> contenders(Suppression hidden, long leastPeople) {
    return groups.stream()
        .filter(group -> group.declared() && !hidden.hides(group.name()))
        .filter(group -> group.counts().people() >= leastPeople)
        .filter(group -> ReferenceGroup.isLargeEnough(group.counts().people(), people()))
        .toList();
  }

  /**
   * The reference group: the highest selection rate among the declared, visible groups of at least
   * 2 % and of at least {@code leastPeople}.
   *
   * <p>A hidden group can't serve, as its rate could be read off every ratio to it; nor can one
   * that is too small to be tested, as a single good year of three people would make every other
   * group untestable.
   */
  public Optional<Group> reference(int favourableFrom, Suppression hidden, long leastPeople) {
    TreeMap<String, Selection> candidates = new TreeMap<>();
    for (Group group : contenders(hidden, leastPeople)) {
      candidates.put(group.name(), group.counts().atOrAbove(favourableFrom));
    }
    return ReferenceGroup.highestRate(candidates, people())
        .flatMap(name -> groups.stream().filter(group -> group.name().equals(name)).findFirst());
  }
}
