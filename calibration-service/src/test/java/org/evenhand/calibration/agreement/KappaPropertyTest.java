package org.evenhand.calibration.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.CohenKappaAgreement;
import org.dkpro.statistics.agreement.coding.FleissKappaAgreement;

class KappaPropertyTest {
  private static final int LEVELS = 4;

  /** Three raters, two to fifteen samples, all scored. */
  @Provide
  Arbitrary<List<List<Integer>>> sessions() {
    return Arbitraries.integers()
        .between(1, LEVELS)
        .list()
        .ofSize(3)
        .list()
        .ofMinSize(2)
        .ofMaxSize(15);
  }

  @Property(tries = 300)
  void unweightedKappaAgreesWithAnIndependentImplementation(
      @ForAll("sessions") List<List<Integer>> session) {
    Optional<CohenKappa> kappa = kappa(session, OtherWeights.identity(LEVELS));
    Assume.that(kappa.isPresent());
    assertEquals(
        new CohenKappaAgreement(study(session, 2)).calculateAgreement(), kappa.get().kappa(), 1e-9);
  }

  @Property(tries = 300)
  void quadraticKappaIsOneMinusTheQuotientOfSquaredDifferences(
      @ForAll("sessions") List<List<Integer>> session) {
    Optional<CohenKappa> kappa = kappa(session, Weights.quadratic(LEVELS));
    Assume.that(kappa.isPresent());
    double seen = 0;
    double blind = 0;
    for (List<Integer> one : session) {
      seen += square(one.get(0) - one.get(1));
      for (List<Integer> other : session) {
        blind += square(one.get(0) - other.get(1));
      }
    }
    assertEquals(1 - seen / (blind / session.size()), kappa.get().kappa(), 1e-9);
  }

  @Property(tries = 200)
  void theRatersMayChangePlaces(@ForAll("sessions") List<List<Integer>> session) {
    for (Weights weights :
        List.of(
            OtherWeights.identity(LEVELS),
            OtherWeights.linear(LEVELS),
            Weights.quadratic(LEVELS))) {
      Optional<CohenKappa> there = kappa(session, weights);
      Optional<CohenKappa> back =
          CohenKappa.of(ScorePairs.of(rater(session, 1), rater(session, 0), LEVELS), weights);
      assertEquals(there.isPresent(), back.isPresent());
      there.ifPresent(
          kappa -> {
            assertEquals(kappa.kappa(), back.orElseThrow().kappa(), 1e-12);
            assertEquals(kappa.standardError(), back.orElseThrow().standardError(), 1e-9);
            assertTrue(kappa.kappa() <= 1 + 1e-12);
          });
    }
  }

  @Property(tries = 300)
  void fleissKappaAgreesWithAnIndependentImplementation(
      @ForAll("sessions") List<List<Integer>> session) {
    Optional<FleissKappa> kappa = FleissKappa.of(LevelTallies.of(session, LEVELS));
    Assume.that(kappa.isPresent());
    assertEquals(
        new FleissKappaAgreement(study(session, 3)).calculateAgreement(),
        kappa.get().kappa(),
        1e-9);
  }

  @Property(tries = 200)
  void gwetIsDefinedWhereverTwoScoresMeetAndOneWithoutDisagreement(
      @ForAll("sessions") List<List<Integer>> session) {
    for (Weights weights : List.of(OtherWeights.identity(LEVELS), Weights.quadratic(LEVELS))) {
      GwetAc found = GwetAc.of(LevelTallies.of(session, LEVELS), weights).orElseThrow();
      boolean unanimous = session.stream().allMatch(s -> s.stream().distinct().count() == 1);
      assertTrue(found.expected() < 1);
      assertEquals(unanimous, Math.abs(found.coefficient() - 1) < 1e-12);
    }
  }

  @Example
  void gwetStaysHighWhereScoresPileUpAndAlphaFalls() {
    List<List<Integer>> session = new ArrayList<>(Collections.nCopies(19, List.of(3, 3, 3)));
    session.add(List.of(3, 3, 4));

    double gwet =
        GwetAc.of(LevelTallies.of(session, 5), Weights.quadratic(5)).orElseThrow().coefficient();
    double alpha = ((Alpha.Defined) KrippendorffAlpha.of(session, Distance.ORDINAL)).alpha();

    assertTrue(gwet > .98, "Gwet " + gwet);
    assertTrue(alpha < .05, "alpha " + alpha);
  }

  @Example
  void aSampleThatOneRaterLeftOutStillCounts() {
    List<List<Integer>> session = List.of(List.of(1, 1, 2), List.of(3, 3), List.of(4), List.of());

    GwetAc found = GwetAc.of(LevelTallies.of(session, 4), OtherWeights.identity(4)).orElseThrow();

    assertEquals((1.0 / 3 + 1) / 2, found.observed(), 1e-12);
    // The mean shares are 2/9, 1/9, 1/3 and 1/3: a sample without scores has none.
    assertEquals(58 / 243.0, found.expected(), 1e-12);
    assertTrue(
        GwetAc.of(LevelTallies.of(List.of(List.of(1)), 4), OtherWeights.identity(4)).isEmpty());
  }

  @Example
  void oneLevelForEverythingHasNoKappa() {
    List<List<Integer>> session = Collections.nCopies(5, List.of(2, 2, 2));

    assertTrue(kappa(session, OtherWeights.linear(LEVELS)).isEmpty());
    assertTrue(FleissKappa.of(LevelTallies.of(session, LEVELS)).isEmpty());
    assertTrue(kappa(List.of(), OtherWeights.linear(LEVELS)).isEmpty());
    assertTrue(FleissKappa.of(LevelTallies.of(List.of(), LEVELS)).isEmpty());
  }

  @Example
  void aSingleDisputedSampleHasAFleissKappaOfItsNumberOfRatersAlone() {
    for (List<Integer> sample : List.of(List.of(1, 2, 3), List.of(1, 1, 4), List.of(4, 2, 4))) {
      double kappa = FleissKappa.of(LevelTallies.of(List.of(sample), LEVELS)).orElseThrow().kappa();
      assertEquals(-1 / 2.0, kappa, 1e-12);
    }
  }

  @Example
  void aRaterWhoAlwaysGivesOneLevelHasAKappaOfZero() {
    CohenKappa kappa =
        kappa(List.of(List.of(1, 2), List.of(3, 2), List.of(2, 2)), Weights.quadratic(LEVELS))
            .orElseThrow();

    assertEquals(0, kappa.kappa(), 1e-12);
    assertEquals(0, kappa.standardErrorOfNone(), 1e-12);
  }

  @Example
  void levelsThatCountAsTheSameLeaveNothingToAgreeOn() {
    Weights upperHalf =
        OtherWeights.ofDisagreement(
            new double[][] {{0, 0, 1, 1}, {0, 0, 1, 1}, {1, 1, 0, 0}, {1, 1, 0, 0}});

    assertTrue(kappa(List.of(List.of(1, 2), List.of(2, 2), List.of(1, 1)), upperHalf).isEmpty());
    assertEquals(
        1, kappa(List.of(List.of(1, 2), List.of(3, 4)), upperHalf).orElseThrow().kappa(), 1e-12);
  }

  @Example
  void disagreementMayBeGivenInAnyUnit() {
    List<List<Integer>> session = List.of(List.of(1, 2), List.of(3, 1), List.of(4, 4));
    double[][] squares = new double[LEVELS][LEVELS];
    for (int i = 0; i < LEVELS; i++) {
      for (int j = 0; j < LEVELS; j++) {
        squares[i][j] = 7 * square(i - j);
      }
    }
    CohenKappa quadratic = kappa(session, Weights.quadratic(LEVELS)).orElseThrow();
    CohenKappa same = kappa(session, OtherWeights.ofDisagreement(squares)).orElseThrow();

    assertEquals(quadratic.kappa(), same.kappa(), 1e-12);
    assertEquals(quadratic.observed(), same.observed(), 1e-12);
  }

  @Example
  void twoRatersAndTwoLevelsAreTheLeast() {
    List<List<Integer>> session = List.of(List.of(1, 1), List.of(2, 2));

    assertEquals(1, FleissKappa.of(LevelTallies.of(session, 2)).orElseThrow().kappa());
    assertEquals(
        1,
        GwetAc.of(LevelTallies.of(session, 2), OtherWeights.linear(2)).orElseThrow().coefficient());
    assertThrows(IllegalArgumentException.class, () -> Weights.quadratic(1));
    assertThrows(
        IllegalArgumentException.class,
        () -> FleissKappa.of(LevelTallies.of(List.of(List.of(1)), 2)));
  }

  @Example
  void nonsenseIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> ScorePairs.of(List.of(1), List.of(1, 2), 4));
    assertThrows(IllegalArgumentException.class, () -> ScorePairs.of(List.of(5), List.of(1), 4));
    assertThrows(IllegalArgumentException.class, () -> LevelTallies.of(List.of(List.of(0)), 4));
    assertThrows(
        IllegalArgumentException.class,
        () -> FleissKappa.of(LevelTallies.of(List.of(List.of(1, 2), List.of(1)), 4)));
    assertThrows(
        IllegalArgumentException.class,
        () -> kappa(List.of(List.of(1, 1)), OtherWeights.linear(3)));
    assertThrows(
        IllegalArgumentException.class,
        () -> OtherWeights.ofDisagreement(new double[][] {{0, 0}, {0, 0}}));
  }

  @Example
  void linearKappaWorkedOutByHand() {
    List<List<Integer>> session =
        List.of(List.of(1, 2), List.of(3, 3), List.of(4, 2), List.of(2, 2), List.of(4, 4));

    // 3 points apart over 5 samples; 29 over the 25 blind pairings.
    assertEquals(
        1 - (3 / 5.0) / (29 / 25.0),
        kappa(session, OtherWeights.linear(LEVELS)).orElseThrow().kappa(),
        1e-12);
  }

  private static Optional<CohenKappa> kappa(List<List<Integer>> session, Weights weights) {
    return CohenKappa.of(ScorePairs.of(rater(session, 0), rater(session, 1), LEVELS), weights);
  }

  private static List<Integer> rater(List<List<Integer>> session, int rater) {
    return session.stream().map(sample -> sample.get(rater)).toList();
  }

  private static CodingAnnotationStudy study(List<List<Integer>> session, int raters) {
    CodingAnnotationStudy study = new CodingAnnotationStudy(raters);
    session.forEach(sample -> study.addItemAsArray(sample.subList(0, raters).toArray()));
    return study;
  }

  private static double square(int value) {
    return (double) value * value;
  }
}
