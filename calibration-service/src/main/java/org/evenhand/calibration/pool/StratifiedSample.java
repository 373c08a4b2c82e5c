package org.evenhand.calibration.pool;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Proportional stratified sampling without replacement: each stratum gets its share of the sample,
 * fractions by the largest remainder (Hamilton's method), members by a shuffle.
 *
 * <p>Source: W. G. Cochran, <em>Sampling Techniques</em> (1977), chapter 5. Whoever could repeat a
 * draw would know whose reviews raters read: nothing that a caller can know may seed it.
 */
public final class StratifiedSample {

  private StratifiedSample() {}

  /**
   * @param size how many to draw; all candidates when there are no more
   * @param random shuffles
   * @return in the order of their ids
   */
  public static List<UUID> draw(List<Pool.Candidate> candidates, int size, Random random) {
    if (candidates.size() <= size) {
      return candidates.stream().map(Pool.Candidate::reviewId).sorted().toList();
    }
    var strata = new TreeMap<String, List<UUID>>();
    candidates.stream()
        .sorted(Comparator.comparing(Pool.Candidate::reviewId))
        .forEach(
            c -> strata.computeIfAbsent(c.stratum(), s -> new ArrayList<>()).add(c.reviewId()));
    var shares = shares(strata, candidates.size(), size);
    var drawn = new ArrayList<UUID>(size);
    strata.forEach(
        (stratum, members) -> {
          Collections.shuffle(members, random);
          drawn.addAll(members.subList(0, shares.getOrDefault(stratum, 0)));
        });
    drawn.sort(null);
    return drawn;
  }

  /** How many to draw of each stratum; never more than it has members, because size < total. */
  private static Map<String, Integer> shares(
      TreeMap<String, List<UUID>> strata, int total, int size) {
    var shares = new TreeMap<String, Integer>();
    strata.forEach((name, members) -> shares.put(name, members.size() * size / total));
    int left = size - shares.values().stream().mapToInt(Integer::intValue).sum();
    strata.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<String, List<UUID>>>comparingInt(
                    e -> -(e.getValue().size() * size % total))
                .thenComparing(Map.Entry::getKey))
        .limit(left)
        .forEach(e -> shares.merge(e.getKey(), 1, Integer::sum));
    return shares;
  }
}
