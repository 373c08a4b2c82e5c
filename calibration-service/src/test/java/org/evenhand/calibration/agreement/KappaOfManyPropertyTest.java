package org.evenhand.calibration.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Kappas of more than one pair, and what they tell of who gave which score. */
class KappaOfManyPropertyTest {
  private static final int LEVELS = 5;
  private static final Integer NO_SAY = null;

  /** Twelve scores of a rater on the same samples. */
  private static final List<Integer> ANN = List.of(1, 2, 3, 4, 5, 3, 3, 4, 2, 3, 4, 2);

  private static final List<Integer> BEN = List.of(1, 3, 3, 4, 4, 3, 2, 4, 2, 4, 4, 2);
  private static final List<Integer> CID = List.of(2, 2, 3, 5, 5, 3, 3, 3, 2, 3, 5, 1);

  /** Four raters, ten to fourteen samples, all scored. */
  @Provide
  Arbitrary<List<List<Integer>>> raters() {
    return Arbitraries.integers()
        .between(10, 14)
        .flatMap(
            samples ->
                Arbitraries.integers().between(1, LEVELS).list().ofSize(samples).list().ofSize(4));
  }

  @Property(tries = 200)
  void theOrderOfTheRatersDoesNotMatter(
      @ForAll("raters") List<List<Integer>> raters, @ForAll Random random) {
    List<List<Integer>> shuffled = new ArrayList<>(raters);
    Collections.shuffle(shuffled, random);

    assertEquals(PairKappas.of(raters, LEVELS), PairKappas.of(shuffled, LEVELS));
  }

  @Property(tries = 200)
  void theFiguresLieOnStepsInTheirOrderAroundTheKappasOfThePairs(
      @ForAll("raters") List<List<Integer>> raters) {
    Optional<PairKappas> found = PairKappas.of(raters, LEVELS);
    Assume.that(found.isPresent());
    PairKappas shown = found.get();
    double[] kappas =
        IntStream.range(0, 4)
            .boxed()
            .flatMap(i -> IntStream.range(i + 1, 4).mapToObj(j -> kappa(raters, i, j)))
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();

    assertEquals(6, shown.pairs());
    assertShows(kappas[0], shown.lowest());
    assertShows((kappas[2] + kappas[3]) / 2, shown.median());
    assertShows(kappas[5], shown.highest());
  }

  @Property(tries = 200)
  void whoGaveWhichOfTheOthersScoresDoesNotMoveTheOwnKappa(
      @ForAll("raters") List<List<Integer>> raters, @ForAll Random random) {
    List<List<Integer>> others = others(raters);
    List<List<Integer>> mixed = new ArrayList<>();
    for (List<Integer> sample : others) {
      List<Integer> shuffled = new ArrayList<>(sample);
      Collections.shuffle(shuffled, random);
      mixed.add(shuffled);
    }

    assertEquals(
        KappaWithOthers.of(raters.get(0), others, LEVELS),
        KappaWithOthers.of(raters.get(0), mixed, LEVELS));
  }

  @Property(tries = 200)
  void theOwnKappaIsSchoutensQuotientOfSums(@ForAll("raters") List<List<Integer>> raters) {
    double observed = 0;
    double room = 0;
    for (int other = 1; other < raters.size(); other++) {
      CohenKappa pair = pair(raters, 0, other).orElse(null);
      Assume.that(pair != null);
      observed += pair.observed() - pair.expected();
      room += 1 - pair.expected();
    }

    assertEquals(
        observed / room,
        KappaWithOthers.of(raters.get(0), others(raters), LEVELS).orElseThrow(),
        1e-9);
  }

  @Example
  void asManyAsTenSamplesInCommonThreePairsAndFiveDisputedSamplesAreNeeded() {
    assertTrue(PairKappas.of(List.of(ANN, BEN, CID), LEVELS).isPresent());
    assertTrue(PairKappas.of(first(10, ANN, BEN, CID), LEVELS).isPresent());
    assertTrue(PairKappas.of(first(9, ANN, BEN, CID), LEVELS).isEmpty());
    assertTrue(PairKappas.of(List.of(ANN, BEN), LEVELS).isEmpty());
    assertTrue(PairKappas.of(List.of(), LEVELS).isEmpty());
    assertTrue(PairKappas.of(List.of(ANN, ANN, differingFromAnnOn(5)), LEVELS).isPresent());
    assertTrue(PairKappas.of(List.of(ANN, ANN, differingFromAnnOn(4)), LEVELS).isEmpty());
  }

  @Example
  void aPairWithFewerSamplesInCommonIsNotCounted() {
    List<@Nullable Integer> absent = new ArrayList<>(CID);
    Arrays.asList(0, 4, 7).forEach(sample -> absent.set(sample, NO_SAY));

    assertEquals(3, PairKappas.of(List.of(ANN, BEN, CID, absent), LEVELS).orElseThrow().pairs());
    assertTrue(PairKappas.of(List.of(ANN, BEN, absent), LEVELS).isEmpty());
  }

  @Example
  void twoWhoGaveEverythingOneLevelAgreeAndAreNotLeftOut() {
    List<Integer> always = Collections.nCopies(12, 3);

    PairKappas found = PairKappas.of(List.of(ANN, always, always), LEVELS).orElseThrow();

    assertEquals(new PairKappas(3, 0, 0, 0.8), found);
  }

  @Example
  void theOwnKappaRestsOnTenSamplesThatSomebodyElseScoredToo() {
    List<@Nullable Integer> own = new ArrayList<>(ANN);
    List<List<Integer>> others = new ArrayList<>(others(List.of(ANN, BEN, CID)));
    own.set(0, NO_SAY);
    others.set(1, List.of());
    assertTrue(KappaWithOthers.of(own, others, LEVELS).isPresent());
    own.set(2, NO_SAY);
    assertTrue(KappaWithOthers.of(own, others, LEVELS).isEmpty());

    List<Integer> always = Collections.nCopies(10, 3);
    assertTrue(
        KappaWithOthers.of(always, Collections.nCopies(10, List.of(3, 3)), LEVELS).isEmpty());
  }

  /**
   * Ten samples, six of them disputed: of every two disputed samples, the figures leave open which
   * scores are of the same hand.
   */
  @Example
  void theFiguresOfThePairsLeaveOpenWhoseScoreIsWhose() {
    List<List<Integer>> truth =
        List.of(
            List.of(1, 2, 3, 4, 3, 4, 2, 5, 3, 2),
            List.of(1, 2, 3, 4, 2, 3, 2, 4, 4, 2),
            List.of(1, 2, 3, 4, 3, 4, 1, 5, 3, 3));
    PairKappas shown = PairKappas.of(truth, LEVELS).orElseThrow();
    Set<List<Integer>> possible = new HashSet<>();
    assign(truth, 4, new ArrayList<>(), shown, possible);

    for (int first = 0; first < 6; first++) {
      for (int second = first + 1; second < 6; second++) {
        Set<Integer> hands = new HashSet<>();
        for (List<Integer> odd : possible) {
          hands.add(odd.get(first).equals(odd.get(second)) ? 1 : 0);
        }
        assertEquals(Set.of(0, 1), hands, "samples " + first + " and " + second);
      }
    }
  }

  /** Every way to say who of three gave the odd score of each disputed sample, from one on. */
  private static void assign(
      List<List<Integer>> truth,
      int sample,
      List<Integer> odd,
      PairKappas shown,
      Set<List<Integer>> possible) {
    if (sample == truth.get(0).size()) {
      List<List<Integer>> raters = world(truth, odd);
      if (PairKappas.of(raters, LEVELS).orElseThrow().equals(shown)) {
        possible.add(List.copyOf(odd));
      }
      return;
    }
    for (int rater = 0; rater < 3; rater++) {
      odd.add(rater);
      assign(truth, sample + 1, odd, shown, possible);
      odd.remove(odd.size() - 1);
    }
  }

  private static List<List<Integer>> world(List<List<Integer>> truth, List<Integer> odd) {
    List<List<Integer>> raters = new ArrayList<>();
    truth.forEach(rater -> raters.add(new ArrayList<>(rater)));
    for (int i = 0; i < odd.size(); i++) {
      int sample = 4 + i;
      List<Integer> scores = truth.stream().map(rater -> rater.get(sample)).sorted().toList();
      boolean oddIsHigh = scores.get(0).equals(scores.get(1));
      for (int rater = 0; rater < 3; rater++) {
        boolean isOdd = rater == odd.get(i);
        raters.get(rater).set(sample, scores.get(oddIsHigh == isOdd ? 2 : 0));
      }
    }
    return raters;
  }

  private static void assertShows(double kappa, double shown) {
    if (kappa < 0 || kappa > 0.8) {
      assertEquals(kappa < 0 ? 0 : 0.8, shown);
    } else {
      assertTrue(shown <= kappa + 1e-9 && kappa < shown + 0.1 + 1e-9, kappa + " as " + shown);
      assertEquals(Math.rint(shown * 10), shown * 10, 1e-9);
    }
  }

  private static List<Integer> differingFromAnnOn(int samples) {
    List<Integer> other = new ArrayList<>(ANN);
    for (int sample = 0; sample < samples; sample++) {
      other.set(sample, ANN.get(sample) == 3 ? 4 : 3);
    }
    return other;
  }

  @SafeVarargs
  private static List<List<Integer>> first(int samples, List<Integer>... raters) {
    return Arrays.stream(raters).map(rater -> rater.subList(0, samples)).toList();
  }

  private static double kappa(List<List<Integer>> raters, int i, int j) {
    return pair(raters, i, j).map(CohenKappa::kappa).orElse(1.0);
  }

  private static Optional<CohenKappa> pair(List<List<Integer>> raters, int i, int j) {
    return CohenKappa.of(
        ScorePairs.of(raters.get(i), raters.get(j), LEVELS), Weights.quadratic(LEVELS));
  }

  /** By sample, what all but the first rater gave. */
  private static List<List<Integer>> others(List<List<Integer>> raters) {
    return IntStream.range(0, raters.get(0).size())
        .mapToObj(sample -> raters.stream().skip(1).map(rater -> rater.get(sample)).toList())
        .toList();
  }
}
