package org.evenhand.analytics.statistics.raters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BlindSeverityPropertyTest {

  private static final int LEVELS = 5;

  @Provide
  Arbitrary<List<BlindSample>> samples() {
    Arbitrary<Integer> ordinal = Arbitraries.integers().between(1, LEVELS);
    return Combinators.combine(ordinal, ordinal.list().ofMinSize(2).ofMaxSize(6))
        .as(BlindSample::new)
        .list()
        .ofMinSize(BlindSeverity.LEAST_SAMPLES)
        .ofMaxSize(25);
  }

  /** Rater × sample, everybody scored everything. */
  @Provide
  Arbitrary<List<List<Integer>>> matrices() {
    return Arbitraries.integers()
        .between(3, 5)
        .flatMap(
            raters ->
                Arbitraries.integers().between(1, LEVELS).list().ofSize(raters).list().ofSize(12));
  }

  @Property(tries = 300)
  void itIsWhatEveryPairOfScoresSays(@ForAll("samples") List<BlindSample> samples) {
    Assume.that(BlindSeverity.of(samples).isPresent());
    BlindSeverity found = BlindSeverity.of(samples).orElseThrow();
    double sum = 0;
    double squares = 0;
    double grouping = 0;
    for (BlindSample sample : samples) {
      double pairs = 0;
      for (int other : sample.others()) {
        pairs += (sample.own() - other) / (double) sample.others().size();
      }
      sum += pairs;
      squares += pairs * pairs;
      grouping += (1 + 1.0 / sample.others().size()) / 12;
    }
    int m = samples.size();
    double variance = Math.max((squares - sum * sum / m) / (m - 1), grouping / m);
    assertEquals(sum / m, found.difference(), 1e-9);
    assertEquals(variance / m, found.error() * found.error(), 1e-9);
    assertTrue(found.interval(.95).contains(found.difference()));
    assertTrue(found.size().isAtLeast(found.level()), "evidence never exceeds the size");
  }

  @Property(tries = 200)
  void theOrderOfSamplesAndOfOthersIsNothing(
      @ForAll("samples") List<BlindSample> samples, @ForAll long seed) {
    Assume.that(BlindSeverity.of(samples).isPresent());
    Random random = new Random(seed);
    List<BlindSample> shuffled = new ArrayList<>();
    for (BlindSample sample : samples) {
      List<Integer> others = new ArrayList<>(sample.others());
      Collections.shuffle(others, random);
      shuffled.add(new BlindSample(sample.own(), others));
    }
    Collections.shuffle(shuffled, random);
    BlindSeverity one = BlindSeverity.of(samples).orElseThrow();
    BlindSeverity other = BlindSeverity.of(shuffled).orElseThrow();
    assertEquals(one.difference(), other.difference(), 1e-12);
    assertEquals(one.error(), other.error(), 1e-12);
  }

  @Property(tries = 200)
  void aScaleReadFromTheOtherEndTurnsLenientIntoSevere(
      @ForAll("samples") List<BlindSample> samples) {
    Assume.that(BlindSeverity.of(samples).isPresent());
    List<BlindSample> turned =
        samples.stream()
            .map(
                sample ->
                    new BlindSample(
                        LEVELS + 1 - sample.own(),
                        sample.others().stream().map(o -> LEVELS + 1 - o).toList()))
            .toList();
    BlindSeverity one = BlindSeverity.of(samples).orElseThrow();
    BlindSeverity other = BlindSeverity.of(turned).orElseThrow();
    assertEquals(one.difference(), -other.difference(), 1e-12);
    assertEquals(one.error(), other.error(), 1e-12);
    assertEquals(one.level(), other.level());
  }

  @Property(tries = 200)
  void whereEverybodyScoredEverythingLeniencyAndSeverityCancelOut(
      @ForAll("matrices") List<List<Integer>> matrix) {
    int raters = matrix.get(0).size();
    double sum = 0;
    for (int rater = 0; rater < raters; rater++) {
      List<BlindSample> samples = new ArrayList<>();
      for (List<Integer> scores : matrix) {
        List<Integer> others = new ArrayList<>(scores);
        samples.add(new BlindSample(others.remove(rater), others));
      }
      Assume.that(BlindSeverity.of(samples).isPresent());
      sum += BlindSeverity.of(samples).orElseThrow().difference();
    }
    assertEquals(0, sum, 1e-9);
  }
}
