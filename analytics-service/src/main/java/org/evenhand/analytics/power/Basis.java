package org.evenhand.analytics.power;

import java.util.Optional;
import java.util.stream.Stream;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.demographics.Dimension;
import org.evenhand.analytics.publication.Look;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.Metric;
import org.evenhand.analytics.statistics.partition.Group;
import org.evenhand.analytics.statistics.partition.Partition;

/** The published group sizes and ratings that a statement of power rests on. */
record Basis(Cycle cycle, Phase phase, Partition partition, Look.Shown shown) {

  static Basis of(Cycle cycle, Phase phase, Dimension dimension, Look.Shown shown) {
    return new Basis(cycle, phase, shown.partition(dimension.key(), dimension::isDeclared), shown);
  }

  int favourableFrom() {
    return shown.scale().favourableFrom();
  }

  boolean hides(Group group) {
    return shown.suppression().hides(group.name());
  }

  /** Whether figures that depend on the levels of both groups may be shown. */
  boolean showsDistributions(Group one, Group other) {
    return Stream.of(one, other)
        .noneMatch(group -> shown.suppressionOfDistributions().hides(group.name()));
  }

  boolean isAnythingShown() {
    return partition.groups().stream().anyMatch(group -> !hides(group));
  }

  /** As {@code /v1/fairness} chooses it. */
  Optional<Group> reference() {
    return partition.reference(
        favourableFrom(), shown.suppression(), Metric.IMPACT_RATIO.leastPeople());
  }

  /** The two groups of a comparison together: a third one's ratings are no part of it. */
  static LevelCounts together(Group one, Group other) {
    return one.counts().plus(other.counts());
  }
}
