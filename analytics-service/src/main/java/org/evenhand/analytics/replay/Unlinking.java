package org.evenhand.analytics.replay;

/** Gives what editions show of somebody ids that are nobody's. It stays, and counts as before. */
final class Unlinking {

  private static final String UNLINK =
      """
      with unlinked as materialized (
        select gone.*, gen_random_uuid() as review, gen_random_uuid() as employee
        from (
          select distinct s.cycle_id, s.dimension, s.review_id from demographics.snapshot s
          where %s) gone
      )
      update demographics.snapshot s set review_id = u.review, employee_id = u.employee
      from unlinked u
      where s.cycle_id = u.cycle_id and s.dimension = u.dimension and s.review_id = u.review_id
      """;

  private Unlinking() {}

  /**
   * @param condition on {@code s}, the rows of the editions
   */
  static String of(String condition) {
    return UNLINK.formatted(condition);
  }
}
