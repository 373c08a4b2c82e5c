package org.evenhand.analytics.publication;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenhand.analytics.counts.Dimensions;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.statistics.LevelCounts;

/**
 * What may be shown of a cycle from one moment on: every dimension, before and after calibration,
 * such that nothing that is shown can be subtracted from anything else that is or was.
 *
 * <p>It is decided review by review. First the total moves, or waits. Then each dimension shows of
 * every review the levels that the total shows of it, in the group that it belongs to, and holds
 * back those by which a group would move for a few people. So dimensions add up to the total but
 * for those held back, who are nobody or as many as a step.
 */
final class Edition {

  private final SortedMap<String, Release> releases = new TreeMap<>();

  private Edition() {}

  /**
   * @param materials of each dimension, by its key; the total among them
   * @param standing whether all ratings stand after calibration, decided or not
   */
  static Edition of(Rules rules, SortedMap<String, Material> materials, boolean standing) {
    Edition edition = new Edition();
    if (!edition.settle(rules, materials, standing, true)) {
      edition.settle(rules, materials, standing, false);
    }
    return edition;
  }

  SortedMap<String, Release> releases() {
    return releases;
  }

  /** The groups that are shown or named from this moment on. */
  SortedMap<Part, SortedMap<String, PublishedGroup>> groups(Scale scale, Instant at) {
    SortedMap<Part, SortedMap<String, PublishedGroup>> parts = new TreeMap<>();
    releases.forEach(
        (dimension, release) -> {
          release
              .groups()
              .forEach(
                  (cell, counts) ->
                      put(
                          parts,
                          dimension,
                          cell,
                          new PublishedGroup(scale, counts.whole(), counts.strata(), true, at)));
          release
              .hidden()
              .forEach(
                  (cell, people) ->
                      put(
                          parts,
                          dimension,
                          cell,
                          new PublishedGroup(
                              scale, Material.standIn(scale.size(), people), Map.of(), false, at)));
        });
    return parts;
  }

  private static void put(
      SortedMap<Part, SortedMap<String, PublishedGroup>> parts,
      String dimension,
      Cell cell,
      PublishedGroup group) {
    parts
        .computeIfAbsent(new Part(cell.phase(), dimension), none -> new TreeMap<>())
        .put(cell.value(), group);
  }

  /** Whether everything is coherent with the total; what is not shows what it did. */
  private boolean settle(
      Rules rules, SortedMap<String, Material> materials, boolean standing, boolean totalMoves) {
    releases.clear();
    Material all = material(materials);
    Release whole =
        new Release(rules, all, all.changes().stream().map(Change::now).toList(), standing);
    if (totalMoves) {
      whole.settle();
    } else {
      whole.hold();
    }
    releases.put(Dimensions.NONE, whole);
    Total total = new Total(levels(all.shown()), levels(whole.groups()));
    Map<String, Share> shownOfTotal = new HashMap<>();
    whole.shown().forEach(each -> shownOfTotal.put(each.change().key(), each.share()));
    boolean coherent = true;
    for (Material material : materials.values()) {
      if (material != all) {
        List<Share> targets =
            material.changes().stream().map(each -> target(material, each, shownOfTotal)).toList();
        Release release = new Release(rules, material, targets, standing);
        if (!release.settle(total)) {
          coherent = false;
          release.hold();
        }
        releases.put(material.dimension(), release);
      }
    }
    return coherent;
  }

  private static Material material(SortedMap<String, Material> materials) {
    Material all = materials.get(Dimensions.NONE);
    if (all == null) {
      throw new IllegalArgumentException("An edition without the total");
    }
    return all;
  }

  /** The levels that the total shows, in the group that the review belongs to. */
  private static Share target(Material material, Change change, Map<String, Share> shownOfTotal) {
    if (change.ofTotal() == null) {
      return change.now();
    }
    Share total = shownOfTotal.getOrDefault(change.ofTotal(), Share.NOTHING);
    boolean compared = Dimensions.hasStrata(material.dimension());
    return Share.of(
        change.group() == null ? change.shown().value() : change.group(),
        compared ? total.stratum() : "",
        total.before(),
        material.dimension().equals(Dimensions.REVIEWER) ? null : total.after());
  }

  private static Map<Phase, LevelCounts> levels(SortedMap<Cell, Counts> groups) {
    Map<Phase, LevelCounts> levels = new EnumMap<>(Phase.class);
    groups.forEach((cell, counts) -> levels.put(cell.phase(), counts.whole()));
    return levels;
  }
}
