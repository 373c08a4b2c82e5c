package org.evenhand.analytics.replay;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * As which level everybody counts in the figures of a protected attribute. A block is people of
 * whom all figures of the cycle so far show the same, whatever their group; {@link Block} says how
 * it can be split. That somebody was folded is an answer too: whoever asks again with a few more
 * people would have these by the difference. So a block in which it has happened is never split
 * again.
 */
final class Folding {

  private final DraftLevels draft;
  private final Set<String> undeclared;

  /**
   * @param undeclared the groups that say nothing of their people
   */
  Folding(DraftLevels draft, Set<String> undeclared) {
    this.draft = draft;
    this.undeclared = Set.copyOf(undeclared);
  }

  private record Key(int before, String past, String path) {}

  List<Told> fold(Collection<Counted> people) {
    Map<Key, List<Counted>> blocks =
        people.stream()
            .collect(
                Collectors.groupingBy(each -> new Key(each.before(), each.past(), each.path())));
    return blocks.entrySet().stream()
        .flatMap(block -> fold(block.getKey(), block.getValue()).stream())
        .toList();
  }

  private List<Told> fold(Key key, List<Counted> people) {
    Block block = new Block(people, undeclared, key.path().contains(Told.CLOSED));
    List<Told> told =
        people.stream()
            .map(
                each -> {
                  int as = block.toldAs(each).orElseGet(() -> draft.of(key.before()));
                  return Told.of(each, as, block.isFolded(each, as));
                })
            .toList();
    return told.stream().anyMatch(Told::folded) ? closed(told) : told;
  }

  static List<Told> closed(Collection<Told> told) {
    return told.stream().map(Told::closed).toList();
  }
}
