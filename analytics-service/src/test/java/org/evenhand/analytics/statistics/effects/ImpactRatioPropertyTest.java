package org.evenhand.analytics.statistics.effects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.evenhand.analytics.statistics.Interval;
import org.evenhand.analytics.statistics.Proportions;
import org.evenhand.analytics.statistics.Selection;
import org.evenhand.analytics.statistics.Significance;
import org.evenhand.analytics.statistics.Size;
import org.evenhand.analytics.statistics.partition.ReferenceGroup;
import org.evenhand.analytics.statistics.tests.FisherExact;
import org.evenhand.analytics.statistics.tests.PooledZ;

class ImpactRatioPropertyTest {
  @Provide
  Arbitrary<Selection> groups() {
    return upTo(60);
  }

  @Provide
  Arbitrary<Selection> companies() {
    return upTo(1_000_000_000_000L);
  }

  private static Arbitrary<Selection> upTo(long most) {
    return Combinators.combine(
            Arbitraries.longs().between(1, most), Arbitraries.integers().between(0, 100))
        .as(
            (people, percent) ->
                new Selection(people / 100 * percent + people % 100 * percent / 100, people));
  }

  @Property(tries = 500)
  void fourFifthsIsDecidedAsOnPaperAtAnySize(
      @ForAll("companies") Selection focal, @ForAll("companies") Selection reference) {
    Assume.that(reference.selected() > 0);
    BigDecimal left =
        decimal(5).multiply(decimal(focal.selected())).multiply(decimal(reference.people()));
    BigDecimal right =
        decimal(4).multiply(decimal(reference.selected())).multiply(decimal(focal.people()));

    assertEquals(left.compareTo(right) < 0, new ImpactRatio(focal, reference).belowFourFifths());
  }

  @Property(tries = 300)
  void fisherIsTheSumOfTheTablesThatAreNoMoreProbable(
      @ForAll("groups") Selection focal, @ForAll("groups") Selection reference) {
    long selected = focal.selected() + reference.selected();
    double seen = ways(focal.selected(), focal, reference, selected);
    double all = 0;
    double extreme = 0;
    double less = 0;
    for (long x = 0; x <= Math.min(selected, focal.people()); x++) {
      double ways = ways(x, focal, reference, selected);
      all += ways;
      extreme += ways <= seen * (1 + 1e-7) ? ways : 0;
      less += x <= focal.selected() ? ways : 0;
    }
    FisherExact test = FisherExact.of(focal, reference);
    assertEquals(extreme / all, test.twoSided(), 1e-9);
    assertEquals(less / all, test.less(), 1e-9);
    assertEquals(1 - less / all + seen / all, test.greater(), 1e-9);
    assertEquals((less - seen / 2) / all, test.lessMid(), 1e-9);
  }

  private static double ways(long x, Selection focal, Selection reference, long selected) {
    return choose(focal.people(), x) * choose(reference.people(), selected - x);
  }

  private static double choose(long n, long k) {
    double product = k < 0 || k > n ? 0 : 1;
    for (long i = 1; i <= k && product > 0; i++) {
      product *= (double) (n - k + i) / i;
    }
    return product;
  }

  @Property(tries = 300)
  void changingSidesTurnsEverythingRound(
      @ForAll("groups") Selection focal, @ForAll("groups") Selection reference) {
    ImpactRatio there = new ImpactRatio(focal, reference);
    ImpactRatio back = new ImpactRatio(reference, focal);

    assertEquals(there.difference(), -back.difference(), 1e-15);
    assertEquals(there.differenceInterval().low(), -back.differenceInterval().high(), 1e-12);
    assertEquals(there.cohenH(), -back.cohenH(), 1e-15);
    assertEquals(PooledZ.of(focal, reference).z(), -PooledZ.of(reference, focal).z(), 1e-12);
    assertEquals(
        there.significance().orElseThrow().p(), back.significance().orElseThrow().p(), 1e-9);
    assertFalse(there.turnsWithOnePerson() && back.turnsWithOnePerson());
    there
        .interval()
        .ifPresent(
            interval ->
                assertEquals(1, interval.low() * back.interval().orElseThrow().high(), 1e-9));
  }

  @Property(tries = 300)
  void wilsonStaysInsideHoldsTheRateAndTurnsRoundWithIt(@ForAll("groups") Selection group) {
    Interval interval = Proportions.wilson(group, .95);
    Interval others = Proportions.wilson(new Selection(group.others(), group.people()), .95);

    assertTrue(interval.low() >= 0 && interval.high() <= 1);
    assertTrue(interval.contains(group.rate()));
    assertEquals(interval.low(), 1 - others.high(), 1e-12);
  }

  @Property(tries = 200)
  void theSamePeopleManyTimesOverKeepTheRatioAndGainEvidence(
      @ForAll("groups") Selection focal,
      @ForAll("groups") Selection reference,
      @ForAll @IntRange(min = 2, max = 50) int times) {
    ImpactRatio once = new ImpactRatio(focal, reference);
    ImpactRatio often = new ImpactRatio(times(focal, times), times(reference, times));

    assertEquals(once.ratio(), often.ratio());
    assertEquals(once.size(), often.size());
    assertTrue(
        PooledZ.of(often.focal(), often.reference()).p()
            <= PooledZ.of(focal, reference).p() + 1e-12);
  }

  @Property(tries = 300)
  void whatWouldClearASizeClearsIt(
      @ForAll("groups") Selection focal, @ForAll("groups") Selection reference) {
    ImpactRatio impact = new ImpactRatio(focal, reference);
    Assume.that(impact.size().isAtLeast(Size.WARN));
    String words = impact.whatWouldClear(Size.WARN);
    long more = Long.parseLong(words.replaceAll(".*that is (\\d+) more.*", "$1"));

    Assume.that(focal.others() >= more);
    assertFalse(with(focal, more, reference).size().isAtLeast(Size.WARN));
    assertTrue(with(focal, more - 1, reference).size().isAtLeast(Size.WARN));
  }

  private static ImpactRatio with(Selection focal, long more, Selection reference) {
    return new ImpactRatio(new Selection(focal.selected() + more, focal.people()), reference);
  }

  @Example
  void tablesThatAreEquallyProbableBothCountInTheExactTest() {
    assertEquals(1, FisherExact.of(new Selection(0, 2), new Selection(2, 5)).twoSided(), 1e-12);
    assertEquals(1, FisherExact.of(new Selection(1, 1), new Selection(10, 21)).twoSided(), 1e-12);
  }

  /** The expected figures are sums of exact fractions, with 40 digits. */
  @Example
  void theExactTestHoldsForAMillionPeople() {
    FisherExact halves =
        FisherExact.of(new Selection(100_000, 500_000), new Selection(100_700, 500_000));
    assertEquals(0.0809475313132092, halves.twoSided(), 1e-11);
    assertEquals(0.0404737656566046, halves.less(), 1e-11);
    assertEquals(0.9599587862744823, halves.greater(), 1e-11);

    FisherExact uneven =
        FisherExact.of(new Selection(239_900, 400_000), new Selection(360_500, 600_000));
    assertEquals(0.2785811915768669, uneven.twoSided(), 1e-11);
    assertEquals(0.1397538510594300, uneven.less(), 1e-11);
  }

  @Example
  void whatIsLessProbableThanADoubleCanSayIsZero() {
    FisherExact test = FisherExact.of(new Selection(0, 500_000), new Selection(500_000, 500_000));

    assertEquals(0, test.twoSided());
    assertEquals(0, test.less());
    assertEquals(1, test.greater());
    assertEquals(0, test.lessMid());
  }

  @Example
  void aSmallExpectedCellIsTestedExactlyAndALargeTableByZ() {
    assertEquals(
        Significance.Test.FISHER_EXACT,
        new ImpactRatio(new Selection(2, 10), new Selection(15, 25))
            .significance()
            .orElseThrow()
            .test());
    assertEquals(
        Significance.Test.POOLED_Z,
        new ImpactRatio(new Selection(12, 40), new Selection(48, 80))
            .significance()
            .orElseThrow()
            .test());
    assertEquals(
        Significance.Test.POOLED_Z,
        new ImpactRatio(new Selection(5, 10), new Selection(5, 10))
            .significance()
            .orElseThrow()
            .test(),
        "exactly five are expected in every cell");
  }

  @Example
  void aMillionPeopleAreTestedExactlyWhereAnExpectedCellIsSmall() {
    Significance significance =
        new ImpactRatio(new Selection(20, 2_230), new Selection(2_210, 997_770))
            .significance()
            .orElseThrow();

    assertEquals(Significance.Test.FISHER_EXACT, significance.test());
    assertTrue(significance.p() < 1e-6);
  }

  @Example
  void groupsTooLargeForTheExactTestAreTestedByZ() {
    ImpactRatio rare =
        new ImpactRatio(new Selection(1, 2_000_000_000), new Selection(7, 2_000_000_000));

    assertEquals(Significance.Test.POOLED_Z, rare.significance().orElseThrow().test());
    assertThrows(ArithmeticException.class, () -> FisherExact.of(rare.focal(), rare.reference()));
  }

  @Example
  void ofNobodyThereIsOneTableOnly() {
    assertEquals(
        new FisherExact(1, 1, 1, .5), FisherExact.of(new Selection(0, 0), new Selection(0, 0)));
    assertEquals(1, FisherExact.of(new Selection(0, 4), new Selection(0, 9)).twoSided(), 1e-12);
  }

  @Example
  void anExchangeNeedsSomebodyOnEitherSide() {
    assertTrue(swapped(new Selection(10, 10), new Selection(5, 10)).isEmpty());
    assertTrue(swapped(new Selection(3, 10), new Selection(1, 10)).isEmpty());
    assertTrue(swapped(new Selection(3, 10), new Selection(0, 10)).isEmpty());
    assertEquals(
        "4/1", swapped(new Selection(3, 10), new Selection(2, 10)).orElseThrow().toString());
  }

  private static Optional<ExactRatio> swapped(Selection focal, Selection reference) {
    return new ImpactRatio(focal, reference).ratioAfterSwap();
  }

  @Example
  void aRatioToARateOfNoneIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> ExactRatio.of(new Selection(1, 2), new Selection(0, 5)));
    assertThrows(
        IllegalArgumentException.class,
        () -> ExactRatio.of(new Selection(0, 0), new Selection(1, 5)));
  }

  @Example
  void cohensHGoesFromNobodyToEverybodyAndIsOfRatesOnly() {
    assertEquals(Math.PI, Proportions.cohenH(1, 0), 1e-12);
    assertEquals(-Math.PI, Proportions.cohenH(0, 1), 1e-12);
    for (double none : new double[] {-.01, 1.01, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> Proportions.cohenH(none, .5));
      assertThrows(IllegalArgumentException.class, () -> Proportions.cohenH(.5, none));
    }
  }

  @Example
  void oddsNeedSomebodyInTheCellsThatTheyAreDividedBy() {
    assertTrue(Proportions.oddsRatio(new Selection(5, 5), new Selection(1, 5)).isEmpty());
    assertTrue(Proportions.oddsRatio(new Selection(4, 5), new Selection(0, 5)).isEmpty());
    assertEquals(
        16, Proportions.oddsRatio(new Selection(4, 5), new Selection(1, 5)).orElseThrow(), 1e-12);
  }

  @Example
  void anIntervalHasItsLimitsInOrderAndAConfidenceBetweenNoneAndAll() {
    assertTrue(new Interval(1, 1, .95).contains(1));
    assertThrows(IllegalArgumentException.class, () -> new Interval(1, .5, .95));
    assertThrows(IllegalArgumentException.class, () -> new Interval(Double.NaN, 1, .95));
    assertThrows(IllegalArgumentException.class, () -> new Interval(0, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Interval(0, 1, 1));
  }

  @Example
  void whereNobodyIsSelectedThereIsNoRatioAndNoSize() {
    ImpactRatio none = new ImpactRatio(new Selection(0, 30), new Selection(0, 40));

    assertTrue(none.value().isEmpty());
    assertTrue(none.interval().isEmpty());
    assertEquals(Size.NONE, none.size());
    assertFalse(none.belowFourFifths());
    assertEquals(1, none.significance().orElseThrow().p());
    assertEquals(new PooledZ(0, 1), PooledZ.of(none.focal(), none.reference()));
  }

  /** Of ten people who all were selected, nobody knows that their ratio is exactly 1. */
  @Example
  void whereEverybodyIsSelectedThereIsARatioWithoutAnInterval() {
    ImpactRatio all = new ImpactRatio(new Selection(10, 10), new Selection(12, 12));

    assertEquals(1, all.value().orElseThrow());
    assertTrue(all.interval().isEmpty());
    assertTrue(all.differenceInterval().contains(0));
    assertTrue(all.differenceInterval().low() < -.2);
    assertTrue(new ImpactRatio(new Selection(9, 10), new Selection(12, 12)).interval().isPresent());
    assertTrue(
        new ImpactRatio(new Selection(10, 10), new Selection(11, 12)).interval().isPresent());
  }

  @Example
  void aGroupOfWhomNobodyIsSelectedHasARatioOfZeroWithoutAnInterval() {
    ImpactRatio zero = new ImpactRatio(new Selection(0, 30), new Selection(20, 40));

    assertEquals(0, zero.value().orElseThrow());
    assertEquals(Size.CRITICAL, zero.size());
    assertTrue(zero.interval().isEmpty());
    assertTrue(zero.differenceInterval().high() < 0);
  }

  @Example
  void onePersonTurnsItRoundOnlyIfTheOtherGroupComesOutAhead() {
    assertTrue(turns(new Selection(3, 20), new Selection(16, 80)));
    assertFalse(turns(new Selection(3, 10), new Selection(5, 10)), "4 of 10 each is level");
    assertFalse(turns(new Selection(5, 10), new Selection(5, 10)), "there is nothing to turn");
    assertTrue(turns(new Selection(0, 10), new Selection(1, 20)), "the only one selected");
    assertFalse(turns(new Selection(9, 10), new Selection(3, 10)), "the group is ahead");
  }

  private static boolean turns(Selection focal, Selection reference) {
    return new ImpactRatio(focal, reference).turnsWithOnePerson();
  }

  @Example
  void theReferenceIsTheHighestRateAmongGroupsOfTwoPerCent() {
    Map<String, Selection> groups =
        Map.of(
            "tiny", new Selection(19, 19),
            "small", new Selection(15, 20),
            "large", new Selection(480, 961));

    assertEquals(Optional.of("small"), ReferenceGroup.highestRate(groups, 1000));
    assertEquals(Optional.of("large"), ReferenceGroup.highestRate(groups, 1001));
    assertEquals(Optional.empty(), ReferenceGroup.highestRate(Map.of(), 0));
    assertEquals(
        Optional.empty(), ReferenceGroup.highestRate(Map.of("empty", new Selection(0, 0)), 0));
  }

  @Example
  void ofEqualRatesTheLargerGroupThenTheNameDecides() {
    Map<String, Selection> groups =
        Map.of(
            "b", new Selection(10, 20),
            "a", new Selection(10, 20),
            "z", new Selection(15, 30));

    assertEquals(Optional.of("z"), ReferenceGroup.highestRate(groups, 70));
    assertEquals(
        Optional.of("a"),
        ReferenceGroup.highestRate(
            Map.of("b", new Selection(10, 20), "a", new Selection(10, 20)), 40));
  }

  @Example
  void anEmptyGroupHasNoRate() {
    assertThrows(IllegalStateException.class, () -> new Selection(0, 0).rate());
    assertThrows(IllegalArgumentException.class, () -> new Selection(3, 2));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ImpactRatio(new Selection(0, 0), new Selection(1, 2)));
  }

  private static Selection times(Selection group, int times) {
    return new Selection(group.selected() * times, group.people() * times);
  }

  private static BigDecimal decimal(long value) {
    return new BigDecimal(value, MathContext.UNLIMITED);
  }
}
