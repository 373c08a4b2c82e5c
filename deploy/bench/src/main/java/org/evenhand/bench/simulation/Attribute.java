package org.evenhand.bench.simulation;

import java.util.List;

/**
 * Something by which people are compared.
 *
 * @param shares of the groups, adding up to 1
 * @param undeclared the group that declared nothing; empty where all have declared
 */
record Attribute(String key, List<String> groups, List<Double> shares, String undeclared) {
  static final String FOCAL = "W";

  /** The first is the one in which a setting may put a difference. */
  static final List<Attribute> ALL =
      List.of(
          new Attribute("sex", List.of(FOCAL, "M", "?"), List.of(.40, .57, .03), "?"),
          new Attribute("disability", List.of("yes", "no", "?"), List.of(.08, .80, .12), "?"),
          new Attribute("origin", List.of("A", "B", "C", "D"), List.of(.66, .16, .10, .08), ""),
          new Attribute("workPattern", List.of("part", "full"), List.of(.2, .8), ""),
          new Attribute(
              "age", List.of("under 30", "30 to 49", "50 up"), List.of(.25, .50, .25), ""));

  boolean isDeclared(String group) {
    return !group.equals(undeclared);
  }
}
