package org.evenhand.analytics.publication;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenhand.analytics.counts.Dimensions;
import org.evenhand.analytics.counts.Scale;

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
  private boolean coherent = true;

  private Edition() {}

  /**
   * What may be shown of the total.
   *
   * @param standing whether all ratings stand after calibration, decided or not
   */
  static Release total(Rules rules, Material material, boolean standing) {
    Release total =
        new Release(
            rules, material, material.changes().stream().map(Change::now).toList(), standing);
    total.settle();
    return total;
  }

  /**
   * @param total how the total moves, or waits
   * @param rest the materials of all other dimensions
   * @param standing whether all ratings stand after calibration, decided or not
   */
  static Edition of(Rules rules, Release total, Collection<Material> rest, boolean standing) {
    Edition edition = new Edition();
    edition.releases.put(Dimensions.NONE, total);
    Total moved = total.asTotal();
    for (Material material : rest) {
      List<Share> targets =
          material.changes().stream().map(each -> target(material.dimension(), each)).toList();
      Release release = new Release(rules, material, targets, standing);
      if (!release.settle(moved)) {
        edition.coherent = false;
        release.hold();
      }
      edition.releases.put(material.dimension(), release);
    }
    return edition;
  }

  /**
   * Whether every dimension can be seen beside the total as it moves. Where not, the total has to
   * wait; what can't be seen shows what it did.
   */
  boolean isCoherent() {
    return coherent;
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

  /** The levels that the total shows, in the group that the review belongs to. */
  private static Share target(String dimension, Change change) {
    if (change.total() == null) {
      return change.now();
    }
    return Share.of(
        change.group() == null && !change.shown().isNothing()
            ? change.shown().value()
            : change.group(),
        Dimensions.hasStrata(dimension) ? change.total().stratum() : "",
        change.total().before(),
        dimension.equals(Dimensions.REVIEWER) ? null : change.total().after());
  }
}
