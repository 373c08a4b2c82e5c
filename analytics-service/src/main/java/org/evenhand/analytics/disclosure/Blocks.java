package org.evenhand.analytics.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Groups, some of which a reader can see only together.
 *
 * @param all each block, as the groups that form it
 * @param numbers the block that each group is in
 */
record Blocks(List<SortedSet<String>> all, Map<String, Integer> numbers) {

  /**
   * @param together groups that a reader can see only as one; each of the others stands by itself
   */
  static Blocks of(Set<String> groups, List<? extends Collection<String>> together) {
    List<SortedSet<String>> all = new ArrayList<>();
    Map<String, Integer> numbers = new HashMap<>();
    for (Collection<String> block : together) {
      if (!block.isEmpty()) {
        block.forEach(group -> numbers.put(group, all.size()));
        all.add(new TreeSet<>(block));
      }
    }
    for (String group : groups) {
      if (numbers.putIfAbsent(group, all.size()) == null) {
        all.add(new TreeSet<>(Set.of(group)));
      }
    }
    return new Blocks(all, numbers);
  }

  int of(String group) {
    return Objects.requireNonNull(numbers.get(group), group);
  }
}
