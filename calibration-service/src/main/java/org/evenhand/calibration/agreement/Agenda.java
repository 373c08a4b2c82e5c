package org.evenhand.calibration.agreement;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The order in which a session talks about its samples. */
public final class Agenda {
  private Agenda() {}

  /**
   * The samples, most disputed first, by {@link ScoreSpread#MOST_DISPUTED_FIRST}; a sample nobody
   * scored comes last.
   *
   * @param scores the scores of each sample
   * @param tieBreak the order among samples that are disputed alike, so that the agenda is the same
   *     for everyone
   */
  public static <S> List<S> mostDisputedFirst(
      Map<S, ? extends List<Integer>> scores, Comparator<? super S> tieBreak) {
    Comparator<Item<S>> order =
        Comparator.<Item<S>, Boolean>comparing(item -> item.scores().isEmpty())
            .thenComparing(
                (a, b) ->
                    a.scores().isEmpty()
                        ? 0
                        : ScoreSpread.MOST_DISPUTED_FIRST.compare(
                            ScoreSpread.of(a.scores()), ScoreSpread.of(b.scores())))
            .thenComparing(Item::sample, tieBreak);
    return scores.entrySet().stream()
        .map(entry -> new Item<S>(entry.getKey(), entry.getValue()))
        .sorted(order)
        .map(Item::sample)
        .toList();
  }

  private record Item<S>(S sample, List<Integer> scores) {}
}
