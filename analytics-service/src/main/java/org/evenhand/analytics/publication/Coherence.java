package org.evenhand.analytics.publication;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenhand.analytics.counts.Dimensions;
import org.evenhand.analytics.statistics.Group;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.Partition;
import org.evenhand.analytics.statistics.Suppression;

/**
 * What may be published of all dimensions of a cycle at one moment, so that no dimension can be
 * subtracted from the total.
 *
 * <p>Each group moves in steps of its own. The total could so have moved on for three people whose
 * group has not moved yet, and what is shown of the groups, subtracted from the total, would be the
 * ratings of these three. Therefore everything is published at one moment, and for each dimension
 * the total less what is shown of its groups tells of nobody, or of as many people as a step.
 *
 * @param renewal the steps of a group by itself
 * @param leastSizes the least group sizes of the questions that show groups, the smallest first
 */
record Coherence(Renewal renewal, List<Integer> leastSizes) {

  /** Nothing to be renewed. */
  private static final SortedMap<String, LevelCounts> NOTHING = new TreeMap<>();

  /**
   * The groups to be renewed, by dimension; dimension {@code none} is the total.
   *
   * @param pictures of one moment
   */
  SortedMap<String, SortedMap<String, LevelCounts>> of(Map<String, Picture> pictures) {
    SortedMap<String, SortedMap<String, LevelCounts>> due = new TreeMap<>();
    pictures.forEach((dimension, picture) -> due.put(dimension, renewals(picture)));
    SortedMap<String, SortedMap<String, LevelCounts>> found = heldBack(pictures, due);
    if (due.getOrDefault(Dimensions.NONE, NOTHING).isEmpty() || !isBlocked(pictures, found)) {
      return found;
    }
    due.put(Dimensions.NONE, NOTHING);
    return heldBack(pictures, due);
  }

  private SortedMap<String, LevelCounts> renewals(Picture picture) {
    return picture.now().map(now -> renewal.of(picture.published(), now)).orElse(NOTHING);
  }

  private SortedMap<String, SortedMap<String, LevelCounts>> heldBack(
      Map<String, Picture> pictures, SortedMap<String, SortedMap<String, LevelCounts>> due) {
    Optional<LevelCounts> total = total(pictures, due.getOrDefault(Dimensions.NONE, NOTHING));
    SortedMap<String, SortedMap<String, LevelCounts>> kept = new TreeMap<>();
    pictures.forEach(
        (dimension, picture) -> {
          SortedMap<String, LevelCounts> groups =
              new TreeMap<>(due.getOrDefault(dimension, NOTHING));
          if (!dimension.equals(Dimensions.NONE)) {
            holdBack(picture, groups, total);
          }
          kept.put(dimension, groups);
        });
    return kept;
  }

  /** The smallest first, until what is unseen of all of them is as much as a step. */
  private void holdBack(
      Picture picture, SortedMap<String, LevelCounts> groups, Optional<LevelCounts> total) {
    while (!groups.isEmpty() && !isCoherent(picture, groups, total)) {
      groups.entrySet().stream()
          .min(
              Comparator.<Map.Entry<String, LevelCounts>>comparingLong(g -> g.getValue().people())
                  .thenComparing(Map.Entry::getKey))
          .ifPresent(smallest -> groups.remove(smallest.getKey()));
    }
  }

  /**
   * Whether the total may not move yet: a dimension would tell of a few people beside it, and does
   * not beside the total as it is. One that does already is no reason to wait: that is what a
   * judgement published.
   */
  private boolean isBlocked(
      Map<String, Picture> pictures, SortedMap<String, SortedMap<String, LevelCounts>> found) {
    Optional<LevelCounts> before = total(pictures, NOTHING);
    Optional<LevelCounts> after = total(pictures, found.getOrDefault(Dimensions.NONE, NOTHING));
    return before.isPresent()
        && pictures.entrySet().stream()
            .filter(each -> !each.getKey().equals(Dimensions.NONE))
            .anyMatch(
                each ->
                    !isCoherent(each.getValue(), found.getOrDefault(each.getKey(), NOTHING), after)
                        && isCoherent(each.getValue(), NOTHING, before));
  }

  private static Optional<LevelCounts> total(
      Map<String, Picture> pictures, SortedMap<String, LevelCounts> renewed) {
    Optional<LevelCounts> published =
        Optional.ofNullable(pictures.get(Dimensions.NONE))
            .flatMap(picture -> picture.published().values().stream().findFirst())
            .map(PublishedGroup::counts);
    return renewed.values().stream().findFirst().or(() -> published);
  }

  private boolean isCoherent(
      Picture picture, SortedMap<String, LevelCounts> renewed, Optional<LevelCounts> total) {
    Look look = after(picture, renewed).look(leastSizes.get(0), false);
    if (total.isEmpty()
        || !(look instanceof Look.Shown shown)
        || shown.scale().size() != total.get().levels()) {
      return true;
    }
    return leastSizes.stream().allMatch(least -> tellsOfNobody(shown, total.get(), least));
  }

  private static Picture after(Picture picture, SortedMap<String, LevelCounts> renewed) {
    SortedMap<String, PublishedGroup> groups = new TreeMap<>();
    picture
        .now()
        .ifPresent(
            now ->
                renewed.forEach(
                    (value, counts) ->
                        groups.put(value, new PublishedGroup(now.scale(), counts, Instant.EPOCH))));
    return picture.renewed(groups);
  }

  private boolean tellsOfNobody(Look.Shown shown, LevelCounts total, int least) {
    List<Group> groups =
        shown.groups().stream().map(g -> new Group(g.value(), g.counts(), true)).toList();
    Suppression hidden = new Partition("", groups).suppression(least);
    LevelCounts visible =
        groups.stream()
            .filter(group -> !hidden.hides(group.name()))
            .map(Group::counts)
            .reduce(LevelCounts.of(new long[total.levels()]), LevelCounts::plus);
    long difference = Renewal.moved(visible, total);
    return difference == 0 || difference >= renewal.leastChange();
  }
}
