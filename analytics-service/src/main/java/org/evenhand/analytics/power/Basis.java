package org.evenhand.analytics.power;

import java.util.List;
import java.util.Optional;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.demographics.Dimension;
import org.evenhand.analytics.publication.Look;
import org.evenhand.analytics.statistics.Group;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.Metric;
import org.evenhand.analytics.statistics.Partition;
import org.evenhand.analytics.statistics.Suppression;

/**
 * The published group sizes and ratings that a statement of power rests on.
 *
 * @param favourableFrom from this ordinal on a person counts as selected
 */
record Basis(
    Cycle cycle, Phase phase, Partition partition, Suppression hidden, int favourableFrom) {

  static Basis of(
      Cycle cycle, Phase phase, Dimension dimension, Look.Shown shown, long leastGroup) {
    List<Group> groups =
        shown.groups().stream()
            .map(g -> new Group(g.value(), g.counts(), dimension.isDeclared(g.value())))
            .toList();
    Partition partition = new Partition(dimension.key(), groups);
    return new Basis(
        cycle, phase, partition, partition.suppression(leastGroup), shown.scale().favourableFrom());
  }

  boolean hides(Group group) {
    return hidden.hides(group.name());
  }

  boolean isAnythingShown() {
    return partition.groups().stream().anyMatch(group -> !hides(group));
  }

  /** As {@code /v1/fairness} chooses it. */
  Optional<Group> reference() {
    return partition.reference(favourableFrom, hidden, Metric.IMPACT_RATIO.leastPeople());
  }

  /** The two groups of a comparison together: a third one's ratings are no part of it. */
  static LevelCounts together(Group one, Group other) {
    return one.counts().plus(other.counts());
  }
}
