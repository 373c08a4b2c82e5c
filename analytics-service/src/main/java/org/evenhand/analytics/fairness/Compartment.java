package org.evenhand.analytics.fairness;

import java.util.List;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.demographics.Dimension;
import org.evenhand.analytics.publication.Look;
import org.evenhand.analytics.statistics.Group;
import org.evenhand.analytics.statistics.Partition;

/** The people of a cycle, as one dimension parts them. */
record Compartment(Scale scale, Partition partition) {

  static Compartment of(Dimension dimension, Look.Shown shown) {
    List<Group> groups =
        shown.groups().stream()
            .map(g -> new Group(g.value(), g.counts(), dimension.isDeclared(g.value()), g.strata()))
            .toList();
    return new Compartment(shown.scale(), new Partition(dimension.key(), groups));
  }
}
