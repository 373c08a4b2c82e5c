package org.evenhand.analytics.growth;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.analytics.yearly.FigureYear;
import org.evenhand.analytics.yearly.YearlyRoom;
import org.jspecify.annotations.Nullable;

/** A year of which something was told. */
@Schema(name = "GrowthYear", example = GrowthExample.YEAR)
record GrowthYearView(
    int year,
    @Schema(description = "The day on which it is published") LocalDate expectedOn,
    @Schema(description = "When it was; absent before") @Nullable Instant publishedAt,
    @Schema(description = "Those in which somebody counts; none before it is published")
        List<GrowthMeasure> measures) {

  static GrowthYearView of(PublishedGrowth.Year year) {
    return new GrowthYearView(
        year.year(),
        new FigureYear(YearlyRoom.GROWTH, year.year()).publishOn(),
        year.publishedAt(),
        year.measures());
  }
}
