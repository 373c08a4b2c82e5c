package org.evenhand.analytics.publication;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.statistics.LevelCounts;

/**
 * Which groups of an edition are refused, because the groups of another dimension that lie within
 * them could be subtracted: where units A and B are all of Berlin, Berlin is a total of theirs. A
 * refused group is shown as one that is too small, in its phase and for this edition.
 */
final class NestedGroups {

  private final Rules rules;
  private final Nesting nesting;
  private final SortedMap<Part, SortedMap<String, PublishedGroup>> before;
  private final SortedMap<Part, SortedMap<String, PublishedGroup>> after = new TreeMap<>();

  private NestedGroups(
      Rules rules,
      Nesting nesting,
      SortedMap<Part, SortedMap<String, PublishedGroup>> before,
      SortedMap<Part, SortedMap<String, PublishedGroup>> after) {
    this.rules = rules;
    this.nesting = nesting;
    this.before = before;
    after.forEach((part, groups) -> this.after.put(part, new TreeMap<>(groups)));
  }

  /**
   * The groups of an edition, those marked that may not be shown beside the others.
   *
   * @param before as of the last edition, marked the same way
   */
  static SortedMap<Part, SortedMap<String, PublishedGroup>> refused(
      Rules rules,
      Nesting nesting,
      SortedMap<Part, SortedMap<String, PublishedGroup>> before,
      SortedMap<Part, SortedMap<String, PublishedGroup>> after) {
    NestedGroups groups = new NestedGroups(rules, nesting, before, after);
    // With a refused group another one of its dimension may be hidden, and be no part to subtract.
    while (groups.refuse()) {}
    return groups.after;
  }

  private boolean refuse() {
    boolean any = false;
    for (String outer : Nesting.DIMENSIONS) {
      for (String inner : Nesting.DIMENSIONS) {
        any |= !outer.equals(inner) && refuse(outer, inner);
      }
    }
    return any;
  }

  private boolean refuse(String outer, String inner) {
    SeenGroups then = seen(before, inner);
    SeenGroups now = seen(after, inner);
    boolean any = false;
    for (String group : names(outer)) {
      Set<String> parts = nesting.inside(outer, group, inner);
      any |= !parts.isEmpty() && refuse(outer, group, then, now, parts);
    }
    return any;
  }

  private boolean refuse(
      String outer, String group, SeenGroups then, SeenGroups now, Set<String> parts) {
    boolean any = false;
    while (true) {
      Total total = new Total(figures(before, outer, group), figures(after, outer, group));
      Optional<Phase> tells = new Complement(rules, total, then, now, parts).tellsIn();
      if (tells.isEmpty()) {
        return any;
      }
      of(after, new Part(tells.get(), outer))
          .computeIfPresent(group, (name, shown) -> shown.refuse());
      any = true;
    }
  }

  private Set<String> names(String dimension) {
    Set<String> names = new TreeSet<>();
    for (Phase phase : Phase.values()) {
      names.addAll(of(after, new Part(phase, dimension)).keySet());
    }
    return names;
  }

  /** What is shown of a group itself, by phase. */
  private static Map<Phase, LevelCounts> figures(
      SortedMap<Part, SortedMap<String, PublishedGroup>> shown, String dimension, String group) {
    Map<Phase, LevelCounts> figures = new EnumMap<>(Phase.class);
    for (Phase phase : Phase.values()) {
      PublishedGroup found = of(shown, new Part(phase, dimension)).get(group);
      if (found != null && found.open() && !found.refused()) {
        figures.put(phase, found.counts());
      }
    }
    return figures;
  }

  private SeenGroups seen(
      SortedMap<Part, SortedMap<String, PublishedGroup>> shown, String dimension) {
    Map<Phase, SortedMap<String, LevelCounts>> groups = new EnumMap<>(Phase.class);
    for (Phase phase : Phase.values()) {
      SortedMap<String, LevelCounts> found = new TreeMap<>();
      Picture.seen(rules, of(shown, new Part(phase, dimension)))
          .forEach(group -> found.put(group.value(), group.counts()));
      groups.put(phase, found);
    }
    return new SeenGroups(groups);
  }

  private static SortedMap<String, PublishedGroup> of(
      SortedMap<Part, SortedMap<String, PublishedGroup>> shown, Part part) {
    return shown.getOrDefault(part, new TreeMap<>());
  }
}
