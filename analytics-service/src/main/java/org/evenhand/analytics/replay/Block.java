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
import org.jspecify.annotations.Nullable;

/**
 * People of all groups of whom all figures so far show the same. A level is told apart where five
 * people each of two groups come to it, so that whoever knows who they are doesn't know of which
 * group one of them is; and where the others who come to it, and are told as something else, are
 * none, or five of two groups, so that they can't be had by subtraction. A block whose most
 * frequent level can't be told apart is not split at all.
 *
 * <p>Of whom nothing was told is known to everybody who reads reviews: a second review of somebody,
 * who was erased, who declared otherwise. So they come to the most frequent level of the block,
 * whatever their group, and count as all who do.
 */
final class Block {

  private static final long LEAST = 5;
  private static final int GROUPS = 2;

  private final Set<String> undeclared;
  private final Map<String, Map<Integer, Long>> groups = new HashMap<>();
  private final Map<Integer, Long> levels = new HashMap<>();
  private final Optional<Integer> most;

  /** The levels that are told apart; none where the block stays whole. */
  private final Set<Integer> apart;

  /**
   * @param closed whether it stays whole in any case
   */
  Block(List<Counted> people, Set<String> undeclared, boolean closed) {
    this.undeclared = undeclared;
    people.forEach(each -> add(levels, each, each.level()));
    this.most = mostOf(levels, level -> true).filter(level -> told() >= LEAST);
    people.forEach(
        each ->
            add(groups.computeIfAbsent(each.value(), none -> new HashMap<>()), each, meant(each)));
    this.apart = most.filter(main -> !closed).map(this::apart).orElse(Set.of());
  }

  private static void add(Map<Integer, Long> people, Counted each, @Nullable Integer level) {
    if (level != null) {
      people.merge(level, each.people(), Long::sum);
    }
  }

  private @Nullable Integer meant(Counted each) {
    return each.level() == null ? most.orElse(null) : each.level();
  }

  /** Whether they are counted as something else than they come to. */
  boolean isFolded(Counted each, int toldAs) {
    Integer meant = meant(each);
    return meant != null && meant != toldAs;
  }

  private long told() {
    return levels.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * Who comes to the most frequent level is told as something else only where there is something.
   */
  private Set<Integer> apart(int main) {
    Set<Integer> found =
        levels.keySet().stream()
            .filter(level -> level != main && canBeTold(level, group -> true))
            .collect(Collectors.toCollection(TreeSet::new));
    if (!canBeTold(main, group -> found.stream().anyMatch(level -> isEnough(group, level)))) {
      return Set.of();
    }
    found.add(main);
    return found;
  }

  /** Empty where too little was told of the block. */
  Optional<Integer> toldAs(Counted each) {
    Map<Integer, Long> own = groups.getOrDefault(each.value(), Map.of());
    Predicate<Integer> told = level -> apart.contains(level) && isEnough(own, level);
    return Optional.ofNullable(meant(each)).filter(told).or(() -> mostOf(own, told)).or(() -> most);
  }

  /**
   * @param elsewhere whether few of a group who come to the level are told as something else
   */
  private boolean canBeTold(int level, Predicate<Map<Integer, Long>> elsewhere) {
    return groups.values().stream().filter(group -> isEnough(group, level)).count() >= GROUPS
        && hidesTheOthers(level, elsewhere);
  }

  private boolean hidesTheOthers(int level, Predicate<Map<Integer, Long>> elsewhere) {
    long people = 0;
    long declared = 0;
    int others = 0;
    for (Map.Entry<String, Map<Integer, Long>> group : groups.entrySet()) {
      long some = group.getValue().getOrDefault(level, 0L);
      if (some > 0 && some < LEAST && elsewhere.test(group.getValue())) {
        people += some;
        declared += undeclared.contains(group.getKey()) ? 0 : some;
        others++;
      }
    }
    return declared == 0 || (people >= LEAST && others >= GROUPS);
  }

  private static boolean isEnough(Map<Integer, Long> group, int level) {
    return group.getOrDefault(level, 0L) >= LEAST;
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
