package org.evenhand.policy.governance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.evenhand.policy.signing.Side;
import org.jspecify.annotations.Nullable;

/**
 * What a review has decided.
 *
 * @param number within its review, from 1 on
 * @param side which owns it
 * @param responsible who carries it out
 * @param links paths of what it is about
 * @param droppedBefore how often earlier reviews took the same decision and it was dropped
 * @param closing null while it is open
 */
public record Decision(
    int number,
    String text,
    Side side,
    UUID responsible,
    LocalDate dueOn,
    List<String> links,
    long droppedBefore,
    @Nullable Closing closing) {

  /** So often dropped, a decision is shown as repeated. */
  public static final int REPEATED = 3;

  /**
   * How it ended.
   *
   * @param reason why it was dropped; null for one that was carried out
   */
  public record Closing(@Nullable String reason, UUID by, Instant at) {}

  public DecisionState state() {
    if (closing == null) {
      return DecisionState.OPEN;
    }
    return closing.reason() == null ? DecisionState.DONE : DecisionState.DROPPED;
  }

  public Decision closed(Closing how) {
    return new Decision(number, text, side, responsible, dueOn, links, droppedBefore, how);
  }

  /** Two decisions are the same where they differ by case, spaces and punctuation alone. */
  public static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /** How often it has been dropped, this time included. */
  public long dropped() {
    return droppedBefore + (state() == DecisionState.DROPPED ? 1 : 0);
  }
}
