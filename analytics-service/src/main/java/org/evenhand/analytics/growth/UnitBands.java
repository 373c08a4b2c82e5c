package org.evenhand.analytics.growth;

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
    return IntStream.rangeClosed(NOTHING + 1, counts.levels())
        .anyMatch(level -> counts.at(level) == people());
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
