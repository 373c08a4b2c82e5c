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
 * Groups, some of which a reader has only together.
 *
 * @param all each block, as the groups that it is made of
 * @param numbers in which of them a group is
 */
record Blocks(List<SortedSet<String>> all, Map<String, Integer> numbers) {

  /**
   * @param together groups that are had only as one; the others are had each by itself
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
