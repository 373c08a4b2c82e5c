package org.evenhand.calibration.session.scoring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Who gave which blind score, rater × sample, for the measure of severity. A sample has no name
 * here, so that nobody outside learns whose review it was.
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
  record Row(UUID raterId, List<@Nullable Integer> ordinals) {

    private Row in(List<Integer> places) {
      return new Row(raterId, places.stream().<@Nullable Integer>map(ordinals::get).toList());
    }
  }

  /** Empty when the samples lie on several scales: their levels can't be compared. */
  static Optional<ScoreMatrix> of(ScoredSamples scored) {
    return scored.scaleSize().map(scale -> new ScoreMatrix(scale, rows(scored)));
  }

  private static List<Row> rows(ScoredSamples scored) {
    return scored.scores().stream()
        .map(score -> score.key().raterId())
        .distinct()
        .sorted(Comparator.comparing(UUID::toString))
        .map(rater -> row(rater, scored))
        .filter(row -> row.ordinals().stream().anyMatch(Objects::nonNull))
        .toList();
  }

  /**
   * With the samples in another order, the same for all raters. The places of a session are known
   * to its members, and whose review lies behind one to the facilitators.
   */
  ScoreMatrix shuffled(Random random) {
    List<Integer> places =
        raters.isEmpty()
            ? new ArrayList<>()
            : new ArrayList<>(IntStream.range(0, raters.get(0).ordinals().size()).boxed().toList());
    Collections.shuffle(places, random);
    return new ScoreMatrix(scaleSize, raters.stream().map(row -> row.in(places)).toList());
  }

  private static Row row(UUID rater, ScoredSamples scored) {
    var given = scored.of(rater);
    return new Row(
        rater,
        scored.blind().stream()
            .map(sample -> given.get(sample.id()))
            .<@Nullable Integer>map(score -> score == null ? null : score.ordinal())
            .toList());
  }
}
