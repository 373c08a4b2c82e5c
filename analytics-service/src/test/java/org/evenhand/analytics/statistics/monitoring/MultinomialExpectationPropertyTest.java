package org.evenhand.analytics.statistics.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class MultinomialExpectationPropertyTest {
  private static final MultinomialExpectation USUAL = MultinomialExpectation.USUAL;

  /**
   * The example of MATLAB's documentation of {@code binoinv}: of 100 trials at .6, 95 % have 50 to
   * 69 successes.
   */
  @Example
  void aPublishedBinomialIntervalComesOutAgain() {
    assertEquals(counts(50, 69), USUAL.of(100, shares(60, 60)));
  }

  /** With a third tail it would be 49 to 70: but nothing lies below none or above all. */
  @Example
  void aTailThatIsNoneTakesNothingFromTheOthers() {
    assertEquals(counts(50, 69), USUAL.of(100, shares(60, 60, 0, 0)).subList(0, 1));
    assertEquals(counts(50, 69), USUAL.of(100, shares(60, 60, 0, 100)).subList(0, 1));
    assertEquals(counts(49, 70), USUAL.of(100, shares(60, 60, 0, 99)).subList(0, 1));
  }

  /**
   * By hand, with six tails of 1/120 = .00833 each. Of ten people at one half, 1/1024 = .00098 are
   * 0 and 11/1024 = .01074 are at most 1; at .3, .7¹⁰ = .0282 are 0, and 1.6 in a thousand are
   * above 7 after 10.6 above 6; at .2, 6.4 in a thousand are above 5.
   */
  @Example
  void aWorkedExampleComesOut() {
    assertEquals(counts(0, 5, 1, 9, 0, 7), USUAL.of(10, shares(20, 20, 50, 50, 30, 30)));
  }

  /** Three tails of 1/60 = .0167: of 20 people at 40 % .0210 are above 12, .0065 above 13. */
  @Example
  void onlyTailsThatCanBeLeftOutShareTheError() {
    assertEquals(counts(0, 13, 0, 8), USUAL.of(20, shares(10, 40, 0, 20)));
  }

  @Example
  void atNoneAndAllThereIsOneCount() {
    assertEquals(counts(0, 0, 30, 30), USUAL.of(30, shares(0, 0, 100, 100)));
    assertEquals(counts(0, 30), USUAL.of(30, shares(0, 100)));
    assertEquals(List.of(), USUAL.of(30, List.of()));
  }

  @Example
  void underTenPeopleThereIsNone() {
    assertEquals(List.of(), USUAL.of(9, shares(50, 50)));
    assertEquals(1, USUAL.of(10, shares(50, 50)).size());
  }

  /** 200,000 ± 2.241 · √(10⁶ · .2 · .8), as the normal distribution has it at this size. */
  @Example
  void aMillionPeopleAreNoDifferentMatter() {
    ExpectedCount expected = USUAL.of(1_000_000, shares(20, 20, 80, 80)).get(0);
    double half = 2.2414 * Math.sqrt(1e6 * 0.2 * 0.8);
    assertEquals(200_000 - half, expected.low(), 2);
    assertEquals(200_000 + half, expected.high(), 2);
    assertThrows(ArithmeticException.class, () -> USUAL.of(1L << 31, shares(20, 20)));
  }

  @Example
  void nonsenseIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new ExpectedShare(-1, 5));
    assertThrows(IllegalArgumentException.class, () -> new ExpectedShare(6, 5));
    assertThrows(IllegalArgumentException.class, () -> new ExpectedShare(5, 101));
    assertThrows(IllegalArgumentException.class, () -> new ExpectedCount(2, 1));
    assertThrows(IllegalArgumentException.class, () -> new ExpectedCount(-1, 1));
    assertThrows(IllegalArgumentException.class, () -> new MultinomialExpectation(0));
    assertThrows(IllegalArgumentException.class, () -> new MultinomialExpectation(1));
    assertThrows(IllegalArgumentException.class, () -> USUAL.of(20, shares(60, 60, 41, 41)));
    assertEquals(2, USUAL.of(20, shares(60, 60, 40, 40)).size());
  }

  @Example
  void bothEndsAreExpected() {
    ExpectedCount expected = new ExpectedCount(2, 4);
    assertEquals(PlaceInRange.BELOW, expected.place(1));
    assertEquals(PlaceInRange.WITHIN, expected.place(2));
    assertEquals(PlaceInRange.WITHIN, expected.place(4));
    assertEquals(PlaceInRange.ABOVE, expected.place(5));
  }

  /** Every distribution of a few people over three levels, with its probability. */
  @Property(tries = 60)
  void ofAllDistributionsOfAFewPeopleEnoughAreExpected(
      @ForAll @IntRange(min = 10, max = 30) int people, @ForAll("threeShares") List<Integer> each) {
    List<ExpectedCount> expected = USUAL.of(people, exactly(each));
    double covered = 0;
    for (int first = 0; first <= people; first++) {
      for (int second = 0; first + second <= people; second++) {
        int[] drawn = {first, second, people - first - second};
        covered += areExpected(expected, drawn) ? probability(drawn, each) : 0;
      }
    }
    assertTrue(covered >= 0.95 - 1e-12, covered + " of " + each);
  }

  /** The true shares lie anywhere within the guidance; one level in two has guidance. */
  @Example
  void ofSimulatedGroupsEnoughAreExpected() {
    Random random = new Random(20_261_125);
    List<Integer> truth = List.of(5, 15, 45, 25, 10);
    for (int people : List.of(12, 40, 250)) {
      List<ExpectedCount> guided = USUAL.of(people, shares(5, 5, 15, 20, 40, 45, 25, 30, 0, 10));
      int outside = 0;
      for (int group = 0; group < 4000; group++) {
        outside += areExpected(guided, draw(random, people, truth)) ? 0 : 1;
      }
      // Three standard errors beside the level.
      assertTrue(outside <= 4000 * 0.05 + 3 * Math.sqrt(4000 * 0.05 * 0.95), outside + "");
    }
  }

  @Property(tries = 150)
  void onePersonMoreRaisesAnEndByOneAtMost(
      @ForAll @IntRange(min = 10, max = 3000) int people,
      @ForAll("threeShares") List<Integer> each) {
    List<ExpectedCount> few = USUAL.of(people, exactly(each));
    List<ExpectedCount> more = USUAL.of(people + 1, exactly(each));
    for (int level = 0; level < each.size(); level++) {
      assertOneStep(few.get(level).low(), more.get(level).low());
      assertOneStep(few.get(level).high(), more.get(level).high());
    }
  }

  @Property(tries = 100)
  void theOrderOfLevelsIsNothingToThem(
      @ForAll @IntRange(min = 10, max = 3000) int people,
      @ForAll("threeShares") List<Integer> each,
      @ForAll Random random) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, each.size()).boxed().toList());
    Collections.shuffle(order, random);
    List<ExpectedCount> expected = USUAL.of(people, exactly(each));
    assertEquals(
        order.stream().map(expected::get).toList(),
        USUAL.of(people, exactly(order.stream().map(each::get).toList())));
  }

  @Property(tries = 100)
  void moreConfidenceAndWiderGuidanceExpectMore(
      @ForAll @IntRange(min = 10, max = 3000) int people,
      @ForAll @IntRange(min = 5, max = 45) int percent) {
    ExpectedCount usual = USUAL.of(people, shares(percent, percent)).get(0);
    assertHolds(new MultinomialExpectation(0.99).of(people, shares(percent, percent)), usual);
    assertHolds(USUAL.of(people, shares(percent - 4, percent + 4)), usual);
  }

  @Provide
  Arbitrary<List<Integer>> threeShares() {
    return Arbitraries.integers()
        .between(0, 100)
        .list()
        .ofSize(2)
        .map(
            cuts -> {
              int low = Math.min(cuts.get(0), cuts.get(1));
              int high = Math.max(cuts.get(0), cuts.get(1));
              return List.of(low, high - low, 100 - high);
            });
  }

  private static void assertOneStep(long from, long to) {
    assertTrue(to == from || to == from + 1, from + " " + to);
  }

  private static void assertHolds(List<ExpectedCount> wide, ExpectedCount narrow) {
    assertTrue(wide.get(0).low() <= narrow.low(), wide + " " + narrow);
    assertTrue(wide.get(0).high() >= narrow.high(), wide + " " + narrow);
  }

  private static boolean areExpected(List<ExpectedCount> expected, int[] counts) {
    return IntStream.range(0, counts.length)
        .allMatch(level -> expected.get(level).place(counts[level]) == PlaceInRange.WITHIN);
  }

  private static double probability(int[] counts, List<Integer> percents) {
    double probability = 1;
    int left = IntStream.of(counts).sum();
    for (int level = 0; level < counts.length; level++) {
      for (int i = 0; i < counts[level]; i++) {
        probability *= percents.get(level) / 100.0 * (left - i) / (counts[level] - i);
      }
      left -= counts[level];
    }
    return probability;
  }

  private static int[] draw(Random random, int people, List<Integer> percents) {
    int[] counts = new int[percents.size()];
    for (int person = 0; person < people; person++) {
      int at = random.nextInt(100);
      int level = 0;
      while (at >= percents.get(level)) {
        at -= percents.get(level);
        level++;
      }
      counts[level]++;
    }
    return counts;
  }

  private static List<ExpectedShare> exactly(List<Integer> percents) {
    return percents.stream().map(percent -> new ExpectedShare(percent, percent)).toList();
  }

  private static List<ExpectedShare> shares(int... lowAndHigh) {
    return IntStream.range(0, lowAndHigh.length / 2)
        .mapToObj(i -> new ExpectedShare(lowAndHigh[2 * i], lowAndHigh[2 * i + 1]))
        .toList();
  }

  private static List<ExpectedCount> counts(int... lowAndHigh) {
    return IntStream.range(0, lowAndHigh.length / 2)
        .mapToObj(i -> new ExpectedCount(lowAndHigh[2 * i], lowAndHigh[2 * i + 1]))
        .toList();
  }
}
