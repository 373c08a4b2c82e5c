package org.evenhand.analytics.counts;

/**
 * The tables of counts as they are to be shown: as they are, and while everything is counted anew,
 * as they were when that began. What has been counted by then is a part of it, or nothing.
 */
public final class ShownCounts {

  /** The counts of ratings, to be read in place of {@code count_cell}. */
  public static final String COUNT_CELL = of("count_cell");

  /** The stages of reviews, to be read in place of {@code completion_cell}. */
  public static final String COMPLETION_CELL = of("completion_cell");

  private ShownCounts() {}

  /** In one statement, so that the tables can't change places between the question and the look. */
  private static String of(String table) {
    String running = "exists (select 1 from rebuild where state = 'RUNNING')";
    return "(select * from %1$s where not %2$s union all select * from %1$s_aside where %2$s) %1$s"
        .formatted(table, running);
  }
}
