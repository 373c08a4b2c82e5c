package org.evenhand.calibration.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
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
