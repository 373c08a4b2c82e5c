package org.evenhand.bench.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.Metric;
import org.evenhand.analytics.statistics.partition.Group;
import org.evenhand.analytics.statistics.partition.Partition;
import org.evenhand.analytics.statistics.verdict.Comparison;

/** The counts of a company, as analytics holds them. */
final class Cubes {
  private static final int FAVOURABLE_FROM = 5;
  private static final long LEAST_GROUP = 5;

  /** Attribute, group, stratum, level. */
  private final long[][][][] cells = new long[Attribute.ALL.size()][][][];

  Cubes() {
    for (int i = 0; i < cells.length; i++) {
      cells[i] = new long[Attribute.ALL.get(i).groups().size()][Person.STRATA][Person.LEVELS];
    }
  }

  void add(Person person) {
    for (int i = 0; i < cells.length; i++) {
      cells[i][person.groups().get(i)][person.stratum()][person.rating() - 1]++;
    }
  }

  /** All comparisons of a metric, as they are made of published counts. */
  List<Comparison> comparisons(Metric metric) {
    List<Comparison> comparisons = new ArrayList<>();
    for (int i = 0; i < cells.length; i++) {
      comparisons.addAll(Comparison.of(partition(i), metric, FAVOURABLE_FROM, LEAST_GROUP));
    }
    return comparisons;
  }

  private Partition partition(int index) {
    Attribute attribute = Attribute.ALL.get(index);
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < attribute.groups().size(); i++) {
      String name = attribute.groups().get(i);
      Map<String, LevelCounts> strata = new HashMap<>();
      LevelCounts all = LevelCounts.of(new long[Person.LEVELS]);
      for (int stratum = 0; stratum < Person.STRATA; stratum++) {
        LevelCounts counts = LevelCounts.of(cells[index][i][stratum]);
        strata.put("job " + stratum, counts);
        all = all.plus(counts);
      }
      groups.add(new Group(name, all, attribute.isDeclared(name), strata));
    }
    return new Partition(attribute.key(), groups);
  }
}
