package org.evenhand.analytics.statistics.partition;

import java.util.Map;
import org.evenhand.analytics.statistics.LevelCounts;

/**
 * A group of a partition and its ratings.
 *
 * @param name its key in the partition
 * @param counts how many people have each level
 * @param declared false for those who declared nothing: they count in the total and are shown as
 *     coverage, but are neither reference nor finding
 * @param strata its ratings by job family and level, of which {@code counts} is the sum; empty
 *     where nothing is compared within strata
 */
public record Group(
    String name, LevelCounts counts, boolean declared, Map<String, LevelCounts> strata) {

  public Group {
    strata = Map.copyOf(strata);
  }

  /** A group without strata. */
  public Group(String name, LevelCounts counts, boolean declared) {
    this(name, counts, declared, Map.of());
  }
}
