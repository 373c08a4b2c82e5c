package org.evenhand.analytics.fairness;

import java.util.List;
import org.evenhand.analytics.demographics.Dimension;
import org.evenhand.analytics.publication.Look;
import org.evenhand.analytics.statistics.Metric;
import org.evenhand.analytics.statistics.partition.Partition;
import org.evenhand.analytics.statistics.verdict.Comparison;

/** The people of a cycle, divided by one dimension. */
record Compartment(Partition partition, Look.Shown shown) {

  List<Comparison> comparisons(Metric metric) {
    return Comparison.of(
        partition,
        metric,
        shown.scale().favourableFrom(),
        metric == Metric.CLIFFS_DELTA ? shown.suppressionOfDistributions() : shown.suppression());
  }

  static Compartment of(Dimension dimension, Look.Shown shown) {
    return new Compartment(shown.partition(dimension.key(), dimension::isDeclared), shown);
  }
}
