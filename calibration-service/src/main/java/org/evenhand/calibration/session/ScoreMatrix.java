package org.evenhand.calibration.session;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who gave which blind score, rater × sample, for the measure of severity. A sample is known by its
 * place alone, so that nobody outside learns whose review it was.
 *
 * @param scaleSize how many levels the scale of all samples has
 * @param raters those who scored at all, by id
 */
record ScoreMatrix(int scaleSize, List<Row> raters) {

  /**
   * What one rater gave.
   *
   * @param ordinals by place; null where the rater was too close to the sample
   */
  record Row(UUID raterId, List<@Nullable Integer> ordinals) {}

  /** Empty when the samples lie on several scales: their levels can't be compared. */
  static Optional<ScoreMatrix> of(List<UUID> raters, List<Sample> samples, List<Score> scores) {
    List<Sample> blind = samples.stream().filter(Sample::blind).toList();
    List<Integer> scales = blind.stream().map(Sample::scaleSize).distinct().toList();
    if (scales.size() != 1) {
      return Optional.empty();
    }
    Map<Score.Key, Integer> given =
        scores.stream().collect(Collectors.toMap(Score::key, Score::ordinal));
    List<Row> rows =
        raters.stream()
            .sorted(Comparator.comparing(UUID::toString))
            .map(rater -> row(rater, blind, given))
            .filter(row -> row.ordinals().stream().anyMatch(Objects::nonNull))
            .toList();
    return Optional.of(new ScoreMatrix(scales.get(0), rows));
  }

  private static Row row(UUID rater, List<Sample> blind, Map<Score.Key, Integer> given) {
    List<@Nullable Integer> ordinals =
        blind.stream()
            .<@Nullable Integer>map(sample -> given.get(new Score.Key(sample.id(), rater)))
            .toList();
    return new Row(rater, ordinals);
  }
}
