package org.evenhand.analytics.yearly;

import org.evenhand.analytics.disclosure.FigureKey;
import org.evenhand.analytics.statistics.LevelCounts;

/**
 * A figure of a year: everybody who counts in it stands at exactly one level.
 *
 * @param number in the order in which all yearly figures were published
 * @param people how many stand at each level
 */
public record YearlyFigure(int number, FigureYear year, String kind, LevelCounts people) {

  FigureKey key() {
    return FigureKey.ofYear(number, year.room().of());
  }
}
