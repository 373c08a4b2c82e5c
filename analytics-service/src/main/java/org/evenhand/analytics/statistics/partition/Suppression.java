package org.evenhand.analytics.statistics.partition;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which groups of a partition stay hidden, so that nobody can be read off it.
 *
 * <p>Every group with 0 &lt; n &lt; k is hidden. As the total is known, a single hidden group could
 * be had by subtraction; so while the hidden groups are one, or their sum is below k, the next
 * smallest visible group is hidden too (ties: the key that comes first). Source: L. H. Cox,
 * <em>Suppression methodology and statistical disclosure control</em>, JASA 75 (1980).
 *
 * <p>An empty group is structural: it is neither hidden nor does it protect another one, because
 * who knows that it is empty learns nothing from its being hidden.
 *
 * @param hidden the keys of the hidden groups
 * @param totalMayBeShown false when the groups ran out before the rule was met: then the total
 *     would give the hidden sum away, and has to stay hidden as well
 */
public record Suppression(SortedSet<String> hidden, boolean totalMayBeShown) {
  /** The least group of which a rate or an effect is shown, unless a policy asks for more. */
  public static final long LEAST_GROUP = 5;

  /** The least group of which a whole distribution is shown. */
  public static final long LEAST_FOR_A_DISTRIBUTION = 10;

  public Suppression {
    hidden = Collections.unmodifiableSortedSet(new TreeSet<>(hidden));
  }

  /** Decides for the numbers of people of a partition's groups, by key. */
  public static Suppression of(Map<String, Long> people, long k) {
    return of(people, Set.of(), k);
  }

  /**
   * Decides where some groups are refused for another reason than their size.
   *
   * @param people the number of people of each group, by key; none is negative
   * @param refused keys of groups that are hidden in any case, and protected like small ones
   * @param k the least group size, at least 1
   */
  public static Suppression of(Map<String, Long> people, Set<String> refused, long k) {
    if (k < 1) {
      throw new IllegalArgumentException("A least group size of " + k);
    }
    SortedMap<String, Long> visible = new TreeMap<>();
    SortedSet<String> hidden = new TreeSet<>();
    long sum = 0;
    for (Map.Entry<String, Long> group : people.entrySet()) {
      long n = group.getValue();
      if (n < 0) {
        throw new IllegalArgumentException(group.getKey() + " has " + n + " people");
      }
      if (n > 0 && (n < k || refused.contains(group.getKey()))) {
        hidden.add(group.getKey());
        sum += n;
      } else if (n > 0) {
        visible.put(group.getKey(), n);
      }
    }
    while (!isSafe(hidden, sum, k) && !visible.isEmpty()) {
      String smallest = smallest(visible);
      hidden.add(smallest);
      sum += visible.getOrDefault(smallest, 0L);
      visible.remove(smallest);
    }
    return new Suppression(hidden, isSafe(hidden, sum, k));
  }

  /** Whether a group must not be shown. */
  public boolean hides(String key) {
    return hidden.contains(key);
  }

  private static boolean isSafe(SortedSet<String> hidden, long sum, long k) {
    return hidden.isEmpty() || (hidden.size() >= 2 && sum >= k);
  }

  private static String smallest(SortedMap<String, Long> visible) {
    return Collections.min(
        visible.keySet(),
        Comparator.<String>comparingLong(key -> visible.getOrDefault(key, 0L))
            .thenComparing(Comparator.naturalOrder()));
  }
}
