package org.evenhand.analytics.disclosure;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A figure that is being decided.
 *
 * <p>The total is known, so a reader has the groups that a figure doesn't show as one. So a
 * reader's view of a figure is a list of <em>blocks</em>: each group that is shown, and all others
 * together. In two figures a reader can compare the blocks that can be formed in both.
 *
 * @param published the earlier figures
 * @param shown the groups whose own counts it would show
 */
record Draft(
    FigureKey key, Population population, List<Figure> published, SortedSet<String> shown) {

  Draft {
    published = List.copyOf(published);
    shown = Collections.unmodifiableSortedSet(new TreeSet<>(shown));
  }

  /** The place of this figure in the order of all. */
  int index() {
    return published.size();
  }

  Draft without(String group) {
    SortedSet<String> fewer = new TreeSet<>(shown);
    fewer.remove(group);
    return new Draft(key, population, published, fewer);
  }

  Draft with(String group) {
    SortedSet<String> more = new TreeSet<>(shown);
    more.add(group);
    return new Draft(key, population, published, more);
  }

  /** The earlier figures that show something beside this one; none when this one shows nothing. */
  List<Integer> earlier() {
    return shown.isEmpty()
        ? List.of()
        : IntStream.range(0, index()).filter(i -> !shownIn(i).isEmpty()).boxed().toList();
  }

  /** Those of them from which something may follow together. */
  List<Integer> earlierTogether() {
    return earlier().stream().filter(figure -> published.get(figure).together()).toList();
  }

  /** The blocks of this figure. */
  Blocks blocks() {
    return blocks(index());
  }

  /** The blocks that a reader can compare in an earlier figure and this one. */
  Blocks blocks(int earlier) {
    Set<String> here = others(index());
    Set<String> there = others(earlier);
    if (Collections.disjoint(here, there)) {
      return Blocks.of(groups(), List.of(here, there));
    }
    Set<String> either = new TreeSet<>(here);
    either.addAll(there);
    return Blocks.of(groups(), List.of(either));
  }

  /**
   * The people of a block who count otherwise than in an earlier figure. Where levels aren't
   * comparable it is the people who count in one of the two alone.
   */
  SortedMap<Population.Way, Long> movers(int earlier, Set<String> block) {
    return key.of().comparesLevels()
        ? population.movers(earlier, index(), block)
        : population.cameOrWent(earlier, index(), block);
  }

  /** The groups that a figure names without showing them. */
  SortedSet<String> others(int figure) {
    SortedSet<String> others = new TreeSet<>(population.groups(figure));
    others.removeAll(shownIn(figure));
    return others;
  }

  /**
   * The groups of which one has to be taken back where a block reveals something: the groups of the
   * block; or any group, to join those that are not shown, where the block is made of these.
   */
  SortedSet<String> blamed(Set<String> block) {
    return shown.containsAll(block) ? new TreeSet<>(block) : shown;
  }

  SortedSet<String> groups() {
    return population.groups(index());
  }

  private SortedSet<String> shownIn(int figure) {
    return figure == index() ? shown : published.get(figure).shown();
  }

  /**
   * The figure from which a group is carried: the last of the same phase, else the one before it.
   * What isn't comparable with it can't stand in its place.
   */
  Optional<FigureKey> carried(String group) {
    return published.stream()
        .filter(figure -> key.of().comparesLevels())
        .filter(figure -> figure.shown().contains(group))
        .map(Figure::key)
        .filter(earlier -> earlier.phase().compareTo(key.phase()) <= 0)
        .max(Comparator.comparing(FigureKey::phase).thenComparing(FigureKey::edition));
  }
}
