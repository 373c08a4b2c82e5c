package org.evenhand.calibration.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlphaIntervalTest {
  private static final List<List<Integer>> SESSION =
      List.of(
          List.of(3, 3, 4),
          List.of(2, 2, 2),
          List.of(5, 4, 5),
          List.of(1, 3, 2),
          List.of(4, 4, 4),
          List.of(3, 3, 3),
          List.of(2, 3, 2),
          List.of(5, 5, 5),
          List.of(4, 3, 4),
          List.of(1, 1, 2));

  @Test
  void theSameSeedGivesTheSameInterval() {
    assertEquals(interval(SESSION, 42), interval(SESSION, 42));
    assertNotEquals(interval(SESSION, 42), interval(SESSION, 43));
  }

  /** Whoever keeps the seed can draw the interval again, with nothing of ours. */
  @Test
  void aDrawIsMadeOfThatManySamplesByTheRandomOfTheSpecification() {
    Random random = new Random(42);
    double[] alphas = new double[41];
    for (int replicate = 0; replicate < alphas.length; replicate++) {
      List<List<Integer>> drawn = new ArrayList<>();
      while (drawn.size() < SESSION.size()) {
        drawn.add(SESSION.get(random.nextInt(SESSION.size())));
      }
      alphas[replicate] = ((Alpha.Defined) KrippendorffAlpha.of(drawn, Distance.ORDINAL)).alpha();
    }
    Arrays.sort(alphas);
    AlphaInterval interval =
        AlphaInterval.bootstrap(SESSION, Distance.ORDINAL, .95, 41, 42).orElseThrow();

    assertEquals(alphas[1], interval.low(), 1e-12, "2.5 % of the way from the 1st to the 41st");
    assertEquals(alphas[39], interval.high(), 1e-12);
  }

  /** R: quantile(c(1, 2, 4, 8), c(0, .1, .25, .5, .9, 1)). */
  @Test
  void quantilesAreThoseOfTypeSeven() {
    double[] values = {1, 2, 4, 8};

    assertEquals(1, AlphaInterval.quantile(values, 0));
    assertEquals(1.3, AlphaInterval.quantile(values, .1), 1e-12);
    assertEquals(1.75, AlphaInterval.quantile(values, .25), 1e-12);
    assertEquals(3, AlphaInterval.quantile(values, .5), 1e-12);
    assertEquals(6.8, AlphaInterval.quantile(values, .9), 1e-12);
    assertEquals(8, AlphaInterval.quantile(values, 1));
  }

  @Test
  void aSampleWithOneScoreIsNeverDrawn() {
    List<List<Integer>> more = new ArrayList<>(SESSION);
    more.add(List.of(4));
    more.add(List.of());

    assertEquals(interval(SESSION, 42), interval(more, 42));
  }

  @Test
  void theIntervalHoldsAlphaAndStaysAtOrBelowOne() {
    AlphaInterval interval = interval(SESSION, 7).orElseThrow();
    double alpha = ((Alpha.Defined) KrippendorffAlpha.of(SESSION, Distance.ORDINAL)).alpha();

    assertTrue(interval.low() < alpha && alpha < interval.high(), interval.toString());
    assertTrue(interval.high() <= 1);
    assertEquals(0, interval.undefinedReplicates());
  }

  @Test
  void moreConfidenceIsWider() {
    AlphaInterval narrow =
        AlphaInterval.bootstrap(SESSION, Distance.ORDINAL, .8, 2000, 1).orElseThrow();
    AlphaInterval wide =
        AlphaInterval.bootstrap(SESSION, Distance.ORDINAL, .99, 2000, 1).orElseThrow();

    assertTrue(wide.low() < narrow.low() && narrow.high() <= wide.high());
  }

  @Test
  void perfectAgreementHasNoWidth() {
    AlphaInterval interval =
        interval(List.of(List.of(1, 1), List.of(3, 3), List.of(5, 5), List.of(4, 4)), 1)
            .orElseThrow();

    assertEquals(1, interval.low());
    assertEquals(1, interval.high());
    assertTrue(interval.undefinedReplicates() > 0, "a draw of one sample four times has no alpha");
  }

  @Test
  void thereIsNoneWhereThereIsNoAlpha() {
    assertTrue(interval(List.of(List.of(3, 3), List.of(3, 3)), 1).isEmpty());
    assertTrue(interval(List.of(List.of(3), List.of()), 1).isEmpty());
  }

  @Test
  void oneSampleHasNoneHoweverManyScoredIt() {
    // Drawn again and again it is always itself, and its alpha is 0 whatever the scores.
    assertTrue(interval(List.of(List.of(1, 3, 5)), 1).isEmpty());
    assertTrue(interval(List.of(List.of(1, 3, 5), List.of(4), List.of()), 1).isEmpty());
  }

  @Test
  void thereIsNoneWhenAlmostNothingVaries() {
    List<List<Integer>> session = new ArrayList<>(Collections.nCopies(9, List.of(3, 3, 3)));
    session.add(List.of(3, 3, 4));

    assertTrue(interval(session, 1).isEmpty(), "a third of the draws miss the only variation");
  }

  @Test
  void oneDrawInTenWithoutAnAlphaIsStillAnInterval() {
    List<List<Integer>> session =
        List.of(List.of(1, 1), List.of(3, 3), List.of(5, 5), List.of(4, 4));
    int undefined = 0;
    for (long seed = 0; undefined == 0; seed++) {
      undefined =
          AlphaInterval.bootstrap(session, Distance.ORDINAL, .95, 10, seed)
              .map(AlphaInterval::undefinedReplicates)
              .orElse(2);
    }
    assertEquals(1, undefined, "with a second one there is none");
  }

  @Test
  void twoSamplesAndTwoDrawsAreTheLeast() {
    List<List<Integer>> session = List.of(List.of(1, 2), List.of(4, 5));

    assertTrue(interval(session, 1).isPresent());
    assertTrue(AlphaInterval.bootstrap(session, Distance.ORDINAL, .95, 2, 1).isPresent());
  }

  @Test
  void coversTheTruthAboutAsOftenAsItSays() {
    Random random = new Random(20261122);
    double truth = alphaOf(session(random, 20_000));
    int covered = 0;
    int sessions = 200;
    for (int i = 0; i < sessions; i++) {
      AlphaInterval interval =
          AlphaInterval.bootstrap(session(random, 40), Distance.INTERVAL, .95, 300, i)
              .orElseThrow();
      if (interval.low() <= truth && truth <= interval.high()) {
        covered++;
      }
    }
    assertTrue(covered >= .85 * sessions, covered + " of " + sessions);
  }

  @Test
  void refusesAConfidenceOrACountThatMeansNothing() {
    assertThrows(
        IllegalArgumentException.class,
        () -> AlphaInterval.bootstrap(SESSION, Distance.ORDINAL, 95, 100, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> AlphaInterval.bootstrap(SESSION, Distance.ORDINAL, .95, 1, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> AlphaInterval.bootstrap(SESSION, Distance.ORDINAL, 0, 100, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> AlphaInterval.bootstrap(SESSION, Distance.ORDINAL, 1, 100, 1));
  }

  private static Optional<AlphaInterval> interval(List<List<Integer>> session, long seed) {
    return AlphaInterval.bootstrap(session, Distance.ORDINAL, .95, 1000, seed);
  }

  private static double alphaOf(List<List<Integer>> session) {
    return ((Alpha.Defined) KrippendorffAlpha.of(session, Distance.INTERVAL)).alpha();
  }

  /** Three raters who see a true level through noise. */
  private static List<List<Integer>> session(Random random, int samples) {
    List<List<Integer>> session = new ArrayList<>();
    for (int i = 0; i < samples; i++) {
      double truth = random.nextGaussian();
      List<Integer> scores = new ArrayList<>();
      for (int rater = 0; rater < 3; rater++) {
        long score = Math.round(3 + truth + .6 * random.nextGaussian());
        scores.add((int) Math.max(1, Math.min(5, score)));
      }
      session.add(scores);
    }
    return session;
  }
}
