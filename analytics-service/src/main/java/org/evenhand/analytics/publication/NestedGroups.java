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
 * refused group is shown as one that is too small, in its phase, until nothing that is seen of it
 * or was can be subtracted any more.
 */
final class NestedGroups {

  private final Rules rules;
  private final Nesting nesting;
  private final ShownBefore before;
  private final SortedMap<Part, SortedMap<String, PublishedGroup>> after = new TreeMap<>();

  private NestedGroups(
      Rules rules,
      Nesting nesting,
      SortedMap<Part, SortedMap<String, PublishedGroup>> before,
      SortedMap<Part, SortedMap<String, PublishedGroup>> after) {
    this.rules = rules;
    this.nesting = nesting;
    this.before = new ShownBefore(rules, nesting, before);
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
    SeenGroups now = SeenGroups.of(rules, after, inner);
    boolean any = false;
    for (String group : names(outer)) {
      Set<String> parts = nesting.inside(outer, group, inner);
      if (!parts.isEmpty()) {
        any |= refuse(outer, group, before.beside(outer, group, inner), now, parts);
      }
    }
    return any;
  }

  private boolean refuse(String outer, String group, Seen then, SeenGroups now, Set<String> parts) {
    boolean any = false;
    while (true) {
      Total total = new Total(before.figures(outer, group), figures(outer, group));
      Optional<Phase> tells = new Complement(rules, total, then, now, parts).tellsIn();
      if (tells.isEmpty()) {
        return any;
      }
      Phase phase = tells.get();
      in(phase, outer)
          .computeIfPresent(
              group, (name, shown) -> shown.refuse(before.lastSeen(phase, outer, group)));
      any = true;
    }
  }

  private Set<String> names(String dimension) {
    Set<String> names = new TreeSet<>();
    for (Phase phase : Phase.values()) {
      names.addAll(in(phase, dimension).keySet());
    }
    return names;
  }

  /** What would be shown of a group itself, by phase. */
  private Map<Phase, LevelCounts> figures(String dimension, String group) {
    Map<Phase, LevelCounts> figures = new EnumMap<>(Phase.class);
    for (Phase phase : Phase.values()) {
      PublishedGroup found = in(phase, dimension).get(group);
      if (found != null && found.isShown()) {
        figures.put(phase, found.counts());
      }
    }
    return figures;
  }

  private SortedMap<String, PublishedGroup> in(Phase phase, String dimension) {
    return after.getOrDefault(new Part(phase, dimension), new TreeMap<>());
  }
}
