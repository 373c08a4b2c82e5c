package org.evenhand.analytics.counts;

import java.util.List;
import java.util.Set;

/**
 * The dimensions that every rating carries. What persons declare of themselves adds others, whose
 * keys are never one of these.
 */
public final class Dimensions {

  /** All ratings of a cycle, as one group. */
  public static final String NONE = "none";

  public static final String ORG_UNIT = "orgUnit";

  /** The ratings that one reviewer gave; by the reviewer's id. */
  public static final String REVIEWER = "reviewer";

  /** The reviews below one manager; by the manager's id. */
  public static final String LINE = "line";

  /** Those by which anyone with a view of the whole may ask. */
  public static final List<String> ORGANISATIONAL =
      List.of(NONE, ORG_UNIT, "jobLevel", "jobFamily", "workLocation");

  private static final Set<String> OF_PERSONS = Set.of(REVIEWER, LINE);

  private Dimensions() {}

  /** Whether a key is taken, and so can't become a demographic dimension. */
  public static boolean isReserved(String key) {
    return ORGANISATIONAL.contains(key) || OF_PERSONS.contains(key);
  }

  /**
   * Whether its groups are counted by job family and level too: those that are compared, and the
   * whole, to which who is undeclared is the difference.
   */
  public static boolean hasStrata(String key) {
    return key.equals(NONE) || !isReserved(key);
  }
}
