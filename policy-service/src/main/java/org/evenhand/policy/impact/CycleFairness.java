package org.evenhand.policy.impact;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How groups of protected attributes fared in a cycle, and would have under the draft, as
 * analytics-service tells it.
 *
 * @param refusal why there are no figures; null where there are attributes
 */
public record CycleFairness(
    UUID cycleId, @Nullable FairnessRefusal refusal, List<OfAttribute> attributes) {

  public CycleFairness {
    attributes = List.copyOf(attributes);
  }

  static CycleFairness missing(UUID cycleId) {
    return new CycleFairness(cycleId, FairnessRefusal.NOT_TOLD, List.of());
  }

  /**
   * Whether this draft, or the moment, is why something isn't told that could be: who signs would
   * not learn whether a group loses.
   */
  boolean isWithheld() {
    return refusal == FairnessRefusal.APPEALS_OPEN
        || attributes.stream()
            .flatMap(attribute -> attribute.groups().stream())
            .anyMatch(group -> group.standing() == Standing.FOLDED);
  }

  /** How a group stands among those of its attribute. */
  public enum Standing {
    REFERENCE("The others are compared with this group: it had fared best."),
    COMPARED("Compared with the reference, before and after."),
    FOLDED(
        "Compared with the reference before. What it would be can't be told: the draft moves people"
            + " of whom fewer than five of a group, or of one group alone, come to a level; or"
            + " earlier replays of the cycle, under whichever policy, couldn't tell of them, and no"
            + " later one does."),
    NOT_COMPARED("There is no group with which it can be compared here."),
    HIDDEN("Hidden: it would tell of somebody, here or together with the figures of the cycle.");

    private final String text;

    Standing(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  /**
   * An attribute.
   *
   * @param groups none where nothing of it was published of the cycle
   */
  public record OfAttribute(String attribute, String label, List<OfGroup> groups) {}

  /**
   * A group.
   *
   * @param reference with which it is compared, before and after; null where it isn't
   */
  public record OfGroup(
      String group,
      Standing standing,
      @Nullable String reference,
      @Nullable Figures before,
      @Nullable Figures after) {}

  /** Effects with their intervals; null where there is none. */
  public record Figures(
      @Nullable Double impactRatio,
      @Nullable Limits impactRatioInterval,
      @Nullable Double cliffsDelta,
      @Nullable Limits cliffsDeltaInterval) {}

  /** Of 95 % confidence. */
  public record Limits(double low, double high) {}
}
