package org.evenhand.policy.challenge;

import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What an accepted challenge becomes: a version under way, or a decision of a review of governance.
 *
 * @param id of the policy or the review
 * @param number of the version or the decision
 */
public record Becoming(Kind kind, UUID id, int number) {

  private static final String UUIDS =
      "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

  /** As clients write it. */
  public static final String PATH =
      "^/v1/(policies/"
          + UUIDS
          + "/versions|governance-reviews/"
          + UUIDS
          + "/decisions)/[1-9][0-9]{0,8}$";

  private static final Pattern PARTS =
      Pattern.compile("/v1/(policies|governance-reviews)/(" + UUIDS + ")/[a-z]+/([0-9]+)");

  /** Where it lies. */
  public enum Kind {
    VERSION("/v1/policies/%s/versions/%d"),
    DECISION("/v1/governance-reviews/%s/decisions/%d");

    private final String path;

    Kind(String path) {
      this.path = path;
    }
  }

  /**
   * @param path that matches {@link #PATH}
   */
  public static Becoming at(String path) {
    MatchResult found =
        PARTS
            .matcher(path)
            .results()
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no such path"));
    return new Becoming(
        found.group(1).equals("policies") ? Kind.VERSION : Kind.DECISION,
        UUID.fromString(found.group(2)),
        Integer.parseInt(found.group(3)));
  }

  public String path() {
    return kind.path.formatted(id, number);
  }
}
