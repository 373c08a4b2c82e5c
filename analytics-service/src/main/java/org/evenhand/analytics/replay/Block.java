package org.evenhand.analytics.replay;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * People of all groups of whom the same was told so far. A level is told apart where five people
 * each of two groups come to it, so that whoever knows who they are doesn't know of which group one
 * of them is; and where the others who come to it, and are told as something else, are none, or
 * five of two groups, so that they can't be had by subtraction. A block whose most frequent level
 * can't be told apart is not split at all.
 */
final class Block {

  private static final long LEAST = 5;
  private static final int GROUPS = 2;

  private final Set<String> undeclared;
  private final Map<String, Map<Integer, Long>> groups;
  private final Map<Integer, Long> levels;
  private final Optional<Integer> most;
  private final Set<Integer> tellable;

  Block(List<Counted> people, Set<String> undeclared) {
    this.undeclared = undeclared;
    this.groups = new HashMap<>();
    this.levels = new HashMap<>();
    people.forEach(this::add);
    this.most = mostOf(levels, level -> true).filter(level -> told() >= LEAST);
    this.tellable =
        levels.keySet().stream()
            .filter(this::canBeTold)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private void add(Counted each) {
    if (each.level() != null) {
      levels.merge(each.level(), each.people(), Long::sum);
      groups
          .computeIfAbsent(each.value(), none -> new HashMap<>())
          .merge(each.level(), each.people(), Long::sum);
    }
  }

  /** Empty where too little was told of the block. */
  Optional<Integer> toldAs(Counted each) {
    if (most.filter(tellable::contains).isEmpty()) {
      return most;
    }
    Map<Integer, Long> own = groups.getOrDefault(each.value(), Map.of());
    Predicate<Integer> apart = level -> tellable.contains(level) && people(own, level) >= LEAST;
    return Optional.ofNullable(each.level())
        .filter(apart)
        .or(() -> mostOf(own, apart))
        .or(() -> most);
  }

  private long told() {
    return levels.values().stream().mapToLong(Long::longValue).sum();
  }

  private boolean canBeTold(int level) {
    return groups.values().stream().filter(group -> people(group, level) >= LEAST).count() >= GROUPS
        && hidesTheOthers(level);
  }

  private boolean hidesTheOthers(int level) {
    long people = 0;
    long declared = 0;
    int others = 0;
    for (Map.Entry<String, Map<Integer, Long>> group : groups.entrySet()) {
      long some = people(group.getValue(), level);
      if (some > 0 && some < LEAST) {
        people += some;
        declared += undeclared.contains(group.getKey()) ? 0 : some;
        others++;
      }
    }
    return declared == 0 || (people >= LEAST && others >= GROUPS);
  }

  private static long people(Map<Integer, Long> group, int level) {
    return group.getOrDefault(level, 0L);
  }

  private static Optional<Integer> mostOf(Map<Integer, Long> people, Predicate<Integer> which) {
    return people.entrySet().stream()
        .filter(each -> which.test(each.getKey()))
        .max(
            Map.Entry.<Integer, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey);
  }
}
