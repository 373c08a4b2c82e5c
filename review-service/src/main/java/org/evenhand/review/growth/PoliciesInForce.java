package org.evenhand.review.growth;

/** Which policies bind whom. */
public final class PoliciesInForce {

  /** A policy version {@code p} binds whoever works in the assignment {@code a}. */
  public static final String BINDS =
      "(%s and %s and %s)"
          .formatted(
              binds("countries", "a.country"),
              binds("legalEntities", "a.legal_entity"),
              binds("workerTypes", "a.worker_type"));

  /** Reads {@code a}, an assignment, and joins {@code p}, each version in force that binds it. */
  public static final String JOINED = "join policy_version p on p.state = 'EFFECTIVE' and " + BINDS;

  private PoliciesInForce() {}

  /** An empty list leaves that side open. */
  private static String binds(String side, String value) {
    return """
    (coalesce(jsonb_array_length(p.content -> 'scope' -> '%1$s'), 0) = 0
      or p.content -> 'scope' -> '%1$s' @> to_jsonb(%2$s))
    """
        .formatted(side, value);
  }
}
