package org.evenhand.analytics.publication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.partition.Group;
import org.evenhand.analytics.statistics.partition.Partition;
import org.evenhand.analytics.statistics.partition.Suppression;

/** What one look at a dimension of a cycle, before or after calibration, finds. */
public sealed interface Look {

  /** In the last edition nobody has a rating in this phase. */
  record Nothing(Edition edition) implements Look {}

  /** Nothing of the dimension has been published yet. */
  record Gathering() implements Look {}

  /**
   * The groups by name, as far as they are shown to who looks.
   *
   * @param hidden those that are named without figures
   * @param people all of the phase, also of groups that are hidden
   * @param onOtherScales ratings that are not among them, because they are on another scale
   */
  record Shown(
      Edition edition,
      List<ShownGroup> groups,
      SortedSet<String> hidden,
      long people,
      long onOtherScales)
      implements Look {

    public Scale scale() {
      return edition.scale();
    }

    public Suppression suppression() {
      return new Suppression(hidden, hidden.isEmpty());
    }

    /** Those of which no more is shown than how many are selected are hidden too. */
    public Suppression suppressionOfDistributions() {
      SortedSet<String> without = new TreeSet<>(hidden);
      groups.stream().filter(g -> !g.distribution()).map(ShownGroup::value).forEach(without::add);
      return new Suppression(without, without.isEmpty());
    }

    /**
     * All people of the phase. Of those in hidden groups there is only how many they are, under the
     * first of these: the total is known.
     *
     * @param declared whether a group is one of people who declared something
     */
    public Partition partition(String dimension, Predicate<String> declared) {
      List<Group> all = new ArrayList<>();
      long rest = people;
      for (ShownGroup group : groups) {
        all.add(
            new Group(group.value(), group.counts(), declared.test(group.value()), group.strata()));
        rest -= group.counts().people();
      }
      for (String name : hidden) {
        long[] counts = new long[scale().size()];
        counts[0] = Math.max(rest, 0);
        rest = 0;
        all.add(new Group(name, LevelCounts.of(counts), declared.test(name)));
      }
      all.sort(Comparator.comparing(Group::name));
      return new Partition(dimension, all);
    }

    /** Of which earlier figure those of a group are; empty where they are its own. */
    public Optional<FigureSource> source(String group) {
      return groups.stream()
          .filter(each -> each.value().equals(group))
          .findFirst()
          .map(ShownGroup::source);
    }
  }
}
