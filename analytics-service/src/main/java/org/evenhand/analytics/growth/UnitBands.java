package org.evenhand.analytics.growth;

import java.util.Collection;
import java.util.stream.IntStream;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.viewer.UnitFigure;

/** In which bands the people of a unit are. */
record UnitBands(LevelCounts counts) implements UnitFigure<UnitBands> {

  /** The level that says that nothing has happened, at which all may be. */
  private static final int NOTHING = 1;

  @Override
  public UnitBands plus(UnitBands other) {
    return new UnitBands(counts.plus(other.counts));
  }

  /** Enough people for a distribution, who aren't all alike. */
  @Override
  public boolean isSafe(long least) {
    return people() >= least && !areAlike();
  }

  private boolean areAlike() {
    return telling().anyMatch(level -> counts.at(level) == people());
  }

  private IntStream telling() {
    return IntStream.rangeClosed(NOTHING + 1, counts.levels());
  }

  /**
   * A unit that is large enough, and all alike, has to have another one beside it which may be that
   * instead, as far as the sum tells.
   */
  @Override
  public boolean isGivenAwayBy(Collection<UnitBands> hidden, long least) {
    if (people() < least || !areAlike()) {
      return false;
    }
    LevelCounts sum =
        hidden.stream().map(UnitBands::counts).reduce(LevelCounts::plus).orElse(counts);
    return hidden.stream()
        .filter(other -> other != this && other.people() >= least)
        .noneMatch(other -> other.mayBeAlikeInsteadIn(sum));
  }

  /** Whether all of these may be at one level, and those beside them at several. */
  private boolean mayBeAlikeInsteadIn(LevelCounts sum) {
    return telling()
        .filter(level -> sum.at(level) >= people())
        .anyMatch(level -> !new UnitBands(sum.without(level, people())).areAlike());
  }

  @Override
  public boolean protects() {
    return !areAlike();
  }

  @Override
  public long people() {
    return counts.people();
  }
}
