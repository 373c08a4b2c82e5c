package org.evenhand.analytics.disclosure;

import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Nobody stands out by an appeal, or by having applied. Where somebody of a block has, those who
 * didn't are at least k; those who applied are at least k, and so are those whose appeals fared
 * alike.
 */
record LeastOutcome(int k) implements Constraint {

  /** The level of those who did nothing, in both kinds of figures. */
  private static final int NOTHING = 1;

  @Override
  public Set<String> leaks(Draft draft) {
    Set<String> leaks = new TreeSet<>();
    if (draft.shown().isEmpty()) {
      return leaks;
    }
    for (SortedSet<String> block : draft.blocks().all()) {
      if (!isSafe(draft.key().of(), draft.population().levels(draft.index(), block))) {
        leaks.addAll(draft.blamed(block));
      }
    }
    return leaks;
  }

  private boolean isSafe(FigureOf of, Map<Integer, Long> levels) {
    return switch (of) {
      case RATINGS, GROWTH -> true;
      case APPEALS -> hasOthers(levels) && fareAlike(levels).allMatch(this::isNobodyOrMany);
      case ACCESS -> hasOthers(levels) && isNobodyOrMany(acted(levels));
    };
  }

  private boolean hasOthers(Map<Integer, Long> levels) {
    return acted(levels) == 0 || levels.getOrDefault(NOTHING, 0L) >= k;
  }

  private static long acted(Map<Integer, Long> levels) {
    return Population.sum(levels) - levels.getOrDefault(NOTHING, 0L);
  }

  private static LongStream fareAlike(Map<Integer, Long> levels) {
    return Stream.of(AppealOutcome.NOT_ADMITTED, AppealOutcome.UNCHANGED, AppealOutcome.CHANGED)
        .mapToLong(outcome -> outcome.in(levels));
  }

  private boolean isNobodyOrMany(long people) {
    return people == 0 || people >= k;
  }
}
