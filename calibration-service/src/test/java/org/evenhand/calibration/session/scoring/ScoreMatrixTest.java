package org.evenhand.calibration.session.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.evenhand.calibration.session.Agreement;
import org.evenhand.calibration.session.Sample;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScoreMatrixTest {

  private static final UUID ANN = new UUID(0, 1);
  private static final UUID BEN = new UUID(0, 2);
  private static final UUID CID = new UUID(0, 3);
  private static final UUID SESSION = new UUID(0, 9);

  private final Sample first = sample(1, true, 5);
  private final Sample second = sample(2, true, 5);
  private final Sample decidedOnly = sample(3, false, 5);
  private final List<Sample> samples = List.of(first, decidedOnly, second);

  @Test
  void each_rater_has_a_place_for_each_blind_sample_and_none_where_they_had_no_say() {
    var matrix =
        ScoreMatrix.of(
                new ScoredSamples(
                    samples,
                    List.of(score(first, ANN, 4), score(second, ANN, 2), score(second, BEN, 3))))
            .orElseThrow();
    assertEquals(5, matrix.scaleSize());
    assertEquals(
        List.of(row(ANN, 4, 2), row(BEN, null, 3)), matrix.raters(), "who scored none is no row");
  }

  @Test
  void the_event_tells_no_place_and_keeps_each_sample_together() {
    var places = new ArrayList<Sample>();
    var scores = new ArrayList<Score>();
    for (int at = 1; at <= 20; at++) {
      places.add(sample(at, true, 30));
      scores.add(score(places.get(at - 1), ANN, at));
      scores.add(score(places.get(at - 1), BEN, at + 1));
    }
    var rows =
        ScoreMatrix.of(new ScoredSamples(places, scores))
            .orElseThrow()
            .shuffled(new Random(7))
            .raters();
    var ofAnn = rows.get(0).ordinals();
    assertNotEquals(IntStream.rangeClosed(1, 20).boxed().toList(), ofAnn);
    assertEquals(ofAnn.stream().map(ordinal -> ordinal + 1).toList(), rows.get(1).ordinals());
    assertEquals(20, ofAnn.stream().distinct().count());
  }

  @Test
  void levels_of_several_scales_are_not_put_side_by_side() {
    assertEquals(
        Optional.empty(),
        ScoreMatrix.of(
            new ScoredSamples(List.of(first, sample(4, true, 4)), List.of(score(first, ANN, 4)))));
  }

  @Test
  void the_scores_of_a_pair_are_told_to_nobody() {
    var scores = List.of(score(first, ANN, 4), score(first, BEN, 2), score(first, CID, 3));
    assertEquals(Optional.empty(), told(true, scores));
    var told = told(false, scores).orElseThrow();
    assertNotNull(told.blindScores());
    assertEquals(new Measures(new SampleLevels(0, 1, 0, 0), false, null), told.measures());
  }

  private Optional<RevealedScores> told(boolean paired, List<Score> scores) {
    return RevealedScores.told(
        new Agreement(3, 1, paired, null, null, null, null),
        new ScoredSamples(samples, scores),
        new Random(1));
  }

  private static ScoreMatrix.Row row(UUID rater, @Nullable Integer... ordinals) {
    return new ScoreMatrix.Row(rater, Arrays.asList(ordinals));
  }

  private static Sample sample(int position, boolean blind, int scaleSize) {
    return new Sample(
        new UUID(1, position),
        SESSION,
        new UUID(2, position),
        position,
        blind,
        List.of(),
        3,
        scaleSize);
  }

  private static Score score(Sample sample, UUID rater, int ordinal) {
    return new Score(new Score.Key(sample.id(), rater), ordinal, null, Instant.EPOCH);
  }
}
