package org.evenhand.analytics.growth;

import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.analytics.statistics.LevelCounts;

/** In which bands people are. */
@Schema(name = "GrowthBands")
record BandsView(
    @Schema(description = "How many people") long people,
    @Schema(description = "Every band of the measure, in its order") List<BandView> bands) {

  private static final double HUNDREDTHS = 100;

  /** The share of one band. */
  @Schema(name = "GrowthBand")
  record BandView(
      @Schema(description = "The band's name", examples = "1-2") String band,
      @Schema(description = "The share of the people, 0 to 1, in hundredths", examples = "0.35")
          double share) {}

  /** Of at least one person. */
  static BandsView of(GrowthMeasure measure, LevelCounts counts) {
    return new BandsView(
        counts.people(),
        IntStream.range(0, measure.bands().size())
            .mapToObj(
                band ->
                    new BandView(
                        measure.bands().get(band),
                        share(counts.at(measure.level(band)), counts.people())))
            .toList());
  }

  private static double share(long count, long of) {
    return Math.round(HUNDREDTHS * count / of) / HUNDREDTHS;
  }
}
