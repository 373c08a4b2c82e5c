package org.evenhand.review.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An earlier replay of a cycle: its draft, and as what each outcome of each block was told. */
public final class Earlier {

  /** As what an outcome is told that the block didn't have. */
  public static final String ANY = "*";

  private final Draft draft;
  private final Map<String, Map<String, String>> told = new HashMap<>();

  public Earlier(Draft draft) {
    this.draft = draft;
  }

  public void add(String block, String outcome, String toldAs) {
    told.computeIfAbsent(block, each -> new HashMap<>()).put(outcome, toldAs);
  }

  /** The block of a review: its level, and what each replay so far has told of it. */
  public static String block(PastReview past, List<Earlier> earlier) {
    String block = Integer.toString(past.level());
    for (Earlier each : earlier) {
      block = each.after(block, each.draft.outcome(past).code());
    }
    return block;
  }

  /** The block of somebody without a review. */
  public static String block(Stay stay, List<Earlier> earlier) {
    String block = Result.WITHOUT_REVIEW;
    for (Earlier each : earlier) {
      block = each.after(block, each.draft.outcome(stay));
    }
    return block;
  }

  /** The level that the last replay has told of a block; empty where it has told nothing. */
  public static Optional<Integer> toldLast(String block) {
    String last = block.substring(block.lastIndexOf(Result.SEPARATOR) + 1);
    return last.equals(Disclosure.HIDDEN)
        ? Optional.empty()
        : Optional.of(Outcome.of(last).level());
  }

  private String after(String block, String outcome) {
    Map<String, String> known = told.getOrDefault(block, Map.of());
    String any = known.getOrDefault(ANY, Disclosure.HIDDEN);
    return block + Result.SEPARATOR + known.getOrDefault(outcome, any);
  }
}
