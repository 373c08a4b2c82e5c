package org.evenhand.analytics.access;

import java.util.UUID;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.yearly.FigureYear;
import org.evenhand.analytics.yearly.YearlyFigure;

/**
 * What was published of a kind of opportunities and a year.
 *
 * @param number in the order in which all yearly figures were published
 * @param opportunities how many were decided
 * @param incomplete how many more were of which not all was told, so that nobody counts in them
 * @param furthest how many people came to each stage and no further
 */
public record Audit(
    int number,
    OpportunityKind kind,
    FigureYear year,
    long opportunities,
    long incomplete,
    LevelCounts furthest) {

  /** The same for whoever reads the topic anew. */
  public UUID id() {
    return year.figureId(kind);
  }

  /** As people call what was decided, for example {@code STRETCH 2026}. */
  public String key() {
    return kind + " " + year.year();
  }

  YearlyFigure figure() {
    return new YearlyFigure(number, year, kind.name(), furthest);
  }
}
