package org.evenhand.analytics.statistics.stratified;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.evenhand.analytics.statistics.Dominance;
import org.evenhand.analytics.statistics.Interval;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.Proportions;
import org.evenhand.analytics.statistics.Selection;
import org.evenhand.analytics.statistics.effects.CliffsDelta;
import org.evenhand.analytics.statistics.effects.ExactRatio;
import org.evenhand.analytics.statistics.tests.MannWhitney;
import org.evenhand.analytics.statistics.tests.PooledZ;

class StratifiedPropertyTest {
  @Provide
  Arbitrary<List<OrdinalStratum>> ordinal() {
    Arbitrary<LevelCounts> counts =
        Arbitraries.longs().between(0, 9).array(long[].class).ofSize(4).map(LevelCounts::of);
    return Combinators.combine(counts, counts)
        .as((focal, reference) -> new OrdinalStratum("s", focal, reference))
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  @Provide
  Arbitrary<List<SelectionStratum>> selections() {
    Arbitrary<Selection> group =
        Combinators.combine(Arbitraries.longs().between(0, 20), Arbitraries.longs().between(0, 20))
            .as((selected, others) -> new Selection(selected, selected + others));
    return Combinators.combine(group, group)
        .as((focal, reference) -> new SelectionStratum("s", focal, reference))
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  @Property(tries = 300)
  void inOneStratumVanElterenIsMannWhitney(@ForAll("ordinal") List<OrdinalStratum> strata) {
    OrdinalStratum only = strata.get(0);
    Assume.that(only.focal().people() > 0 && only.reference().people() > 0);
    Optional<MannWhitney> plain = MannWhitney.of(only.focal(), only.reference());
    Optional<VanElteren> stratified = VanElteren.of(List.of(only), VanElteren.Scores.MIDRANK);

    assertEquals(plain.isPresent(), stratified.isPresent());
    plain.ifPresent(test -> assertEquals(test.z(), stratified.orElseThrow().z(), 1e-9));
  }

  @Property(tries = 300)
  void neitherTheOrderOfStrataNorAStratumThatSaysNothingMatters(
      @ForAll("ordinal") List<OrdinalStratum> strata, @ForAll VanElteren.Scores scores) {
    List<OrdinalStratum> more = new ArrayList<>(strata);
    more.add(new OrdinalStratum("alone", LevelCounts.of(1, 2, 3, 4), LevelCounts.of(0, 0, 0, 0)));
    more.add(new OrdinalStratum("alike", LevelCounts.of(0, 5, 0, 0), LevelCounts.of(0, 7, 0, 0)));
    Collections.shuffle(more, new Random(1));
    Optional<VanElteren> one = VanElteren.of(strata, scores);
    Optional<VanElteren> other = VanElteren.of(more, scores);

    assertEquals(one.isPresent(), other.isPresent());
    one.ifPresent(
        test -> {
          assertEquals(test.z(), other.orElseThrow().z(), 1e-9);
          assertEquals(test.strata(), other.orElseThrow().strata());
          assertEquals(test.people(), other.orElseThrow().people());
        });
  }

  @Property(tries = 300)
  void changingSidesOnlyChangesTheSign(
      @ForAll("ordinal") List<OrdinalStratum> strata, @ForAll VanElteren.Scores scores) {
    List<OrdinalStratum> turned =
        strata.stream().map(s -> new OrdinalStratum(s.name(), s.reference(), s.focal())).toList();
    VanElteren.of(strata, scores)
        .ifPresent(
            test -> {
              assertEquals(-test.z(), VanElteren.of(turned, scores).orElseThrow().z(), 1e-9);
            });
  }

  @Property(tries = 300)
  void inOneStratumMantelHaenszelIsTheZTestButForOnePerson(
      @ForAll("selections") List<SelectionStratum> strata) {
    SelectionStratum only = strata.get(0);
    Assume.that(only.isInformative());
    double n = only.people();
    double z = PooledZ.of(only.focal(), only.reference()).z();

    assertEquals(
        z * z * (n - 1) / n,
        CochranMantelHaenszel.of(List.of(only)).orElseThrow().chiSquare(),
        1e-9);
  }

  @Property(tries = 300)
  void inOneStratumTheCommonOddsRatioIsTheOddsRatio(
      @ForAll("selections") List<SelectionStratum> strata) {
    SelectionStratum only = strata.get(0);
    CommonOddsRatio.of(List.of(only), .95)
        .ifPresent(
            found -> {
              assertEquals(
                  Proportions.oddsRatio(only.focal(), only.reference()).orElseThrow(),
                  found.value(),
                  1e-9 * found.value());
              assertTrue(found.interval().contains(found.value()));
              assertTrue(BreslowDay.of(List.of(only), found).isEmpty());
            });
  }

  @Property(tries = 300)
  void theOddsTurnRoundWithTheGroups(@ForAll("selections") List<SelectionStratum> strata) {
    List<SelectionStratum> turned =
        strata.stream().map(s -> new SelectionStratum(s.name(), s.reference(), s.focal())).toList();
    Optional<CommonOddsRatio> there = CommonOddsRatio.of(strata, .95);
    Optional<CommonOddsRatio> back = CommonOddsRatio.of(turned, .95);
    assertEquals(there.isPresent(), back.isPresent());
    there.ifPresent(
        ratio -> {
          assertEquals(1, ratio.value() * back.orElseThrow().value(), 1e-9);
          assertEquals(1, ratio.interval().low() * back.orElseThrow().interval().high(), 1e-9);
          Optional<BreslowDay> one = BreslowDay.of(strata, ratio);
          Optional<BreslowDay> other = BreslowDay.of(turned, back.orElseThrow());
          assertEquals(one.isPresent(), other.isPresent());
          one.ifPresent(
              test -> {
                assertEquals(
                    test.statistic(),
                    other.orElseThrow().statistic(),
                    1e-6 * (1 + test.statistic()));
                assertTrue(test.tarone() <= test.statistic());
              });
        });
  }

  @Property(tries = 300)
  void inOneStratumTheCommonRatioIsTheRatioWithKatzsInterval(
      @ForAll("selections") List<SelectionStratum> strata) {
    SelectionStratum only = strata.get(0);
    MantelHaenszelRatio.of(List.of(only), .95)
        .ifPresent(
            found -> {
              assertEquals(
                  ExactRatio.of(only.focal(), only.reference()).value(),
                  found.value(),
                  1e-9 * found.value());
              Optional<Interval> katz = Proportions.katz(only.focal(), only.reference(), .95);
              assertEquals(only.selected() < only.people(), katz.isPresent());
              Interval interval = katz.orElse(new Interval(1, 1, .95));
              assertEquals(interval.low(), found.interval().low(), 1e-6 * interval.low());
              assertEquals(interval.high(), found.interval().high(), 1e-6 * interval.high());
            });
  }

  @Property(tries = 300)
  void theCommonRatioLiesBetweenThoseOfTheStrataAndTurnsRoundWithTheGroups(
      @ForAll("selections") List<SelectionStratum> strata) {
    MantelHaenszelRatio.of(strata, .95)
        .ifPresent(
            found -> {
              assertTrue(found.interval().contains(found.value()));
              List<Double> ratios =
                  strata.stream()
                      .filter(s -> s.isShared() && s.selected() > 0)
                      .map(s -> s.focal().rate() / s.reference().rate())
                      .toList();
              assertTrue(found.value() >= Collections.min(ratios) - 1e-9);
              assertTrue(found.value() <= Collections.max(ratios) + 1e-9);
              double back = MantelHaenszelRatio.of(turned(strata), .95).orElseThrow().value();
              assertEquals(1, found.value() * back, 1e-9);
            });
  }

  @Property(tries = 300)
  void theStratifiedDeltaAveragesThoseOfTheStrataAndItsIntervalAgreesWithTheTest(
      @ForAll("ordinal") List<OrdinalStratum> strata) {
    StratifiedDelta.of(strata, .95)
        .ifPresent(
            found -> {
              List<Double> deltas =
                  strata.stream()
                      .filter(OrdinalStratum::isShared)
                      .map(s -> Dominance.of(s.focal(), s.reference()).delta())
                      .toList();
              assertTrue(found.value() >= Collections.min(deltas) - 1e-9);
              assertTrue(found.value() <= Collections.max(deltas) + 1e-9);
              double p = VanElteren.of(strata, VanElteren.Scores.MIDRANK).orElseThrow().p();
              Assume.that(Math.abs(p - .05) > 1e-9);
              assertEquals(p >= .05, found.interval().contains(0));
            });
  }

  private static List<SelectionStratum> turned(List<SelectionStratum> strata) {
    return strata.stream()
        .map(s -> new SelectionStratum(s.name(), s.reference(), s.focal()))
        .toList();
  }

  @Example
  void strataOfAFewPeopleEachAreEnoughForTheTestWhenThereAreMany() {
    SelectionStratum small = new SelectionStratum("s", new Selection(1, 2), new Selection(1, 2));

    assertTrue(MantelFleiss.holds(Collections.nCopies(5, small)));
    assertFalse(MantelFleiss.holds(Collections.nCopies(4, small)));
    assertFalse(MantelFleiss.holds(List.of()));
    SelectionStratum alone =
        new SelectionStratum("alone", new Selection(50, 99), new Selection(0, 0));
    assertFalse(MantelFleiss.holds(List.of(alone)));
    // All but four are selected: the count can't move by five.
    assertFalse(
        MantelFleiss.holds(
            List.of(new SelectionStratum("s", new Selection(98, 100), new Selection(98, 100)))));
    // Two of the reference group are not selected, or two are: it can't move by five that way.
    assertFalse(
        MantelFleiss.holds(
            List.of(new SelectionStratum("s", new Selection(72, 80), new Selection(18, 20)))));
    assertFalse(
        MantelFleiss.holds(
            List.of(new SelectionStratum("s", new Selection(8, 80), new Selection(2, 20)))));
  }

  @Example
  void aStratumIsOnOneScale() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new OrdinalStratum("s", LevelCounts.of(1, 2), LevelCounts.of(1, 2, 3)));
  }

  @Example
  void strataWithTheSameOddsAreHomogeneous() {
    List<SelectionStratum> strata =
        List.of(
            new SelectionStratum("a", new Selection(20, 30), new Selection(10, 20)),
            new SelectionStratum("b", new Selection(40, 60), new Selection(30, 60)));
    CommonOddsRatio common = CommonOddsRatio.of(strata, .95).orElseThrow();

    assertEquals(2, common.value(), 1e-12);
    BreslowDay homogeneity = BreslowDay.of(strata, common).orElseThrow();
    assertEquals(0, homogeneity.statistic(), 1e-12);
    assertEquals(1, homogeneity.p(), 1e-9);
    assertEquals(1, homogeneity.degreesOfFreedom());
  }

  @Example
  void aDifferenceBetweenStrataIsNoneWithinThem() {
    // Within each level both groups are rated alike; more of the focal group are at the junior one.
    List<OrdinalStratum> strata =
        List.of(
            new OrdinalStratum("junior", LevelCounts.of(40, 40, 0), LevelCounts.of(10, 10, 0)),
            new OrdinalStratum("senior", LevelCounts.of(0, 10, 10), LevelCounts.of(0, 40, 40)));
    CliffsDelta pooled = new CliffsDelta(LevelCounts.of(40, 50, 10), LevelCounts.of(10, 50, 40));

    assertTrue(pooled.significance().orElseThrow().p() < 1e-6);
    VanElteren within = VanElteren.of(strata, VanElteren.Scores.MIDRANK).orElseThrow();
    assertEquals(0, within.z(), 1e-12);
    assertEquals(2, within.strata());
    assertEquals(200, within.people());
  }

  @Example
  void theTestsSayHowManyStrataAndPeopleTheyRestOn() {
    List<SelectionStratum> strata =
        List.of(
            new SelectionStratum("a", new Selection(2, 10), new Selection(5, 10)),
            new SelectionStratum("b", new Selection(3, 15), new Selection(6, 12)),
            new SelectionStratum("nobody", new Selection(0, 9), new Selection(0, 9)));
    CochranMantelHaenszel test = CochranMantelHaenszel.of(strata).orElseThrow();

    assertEquals(2, test.strata());
    assertEquals(47, test.people());
    assertEquals(2 - 3.5 + 3 - 5, test.surplus(), 1e-12);
  }

  @Example
  void withoutAnInformativeStratumThereIsNoTest() {
    assertTrue(VanElteren.of(List.of(), VanElteren.Scores.MIDRANK).isEmpty());
    List<SelectionStratum> none =
        List.of(new SelectionStratum("s", new Selection(0, 9), new Selection(0, 8)));
    assertTrue(CochranMantelHaenszel.of(none).isEmpty());
    assertTrue(CommonOddsRatio.of(none, .95).isEmpty());
  }

  @Example
  void aMillionPeopleDoNotOverflow() {
    List<OrdinalStratum> ordinal =
        List.of(
            new OrdinalStratum(
                "all",
                LevelCounts.of(100_000, 200_000, 200_000),
                LevelCounts.of(200_000, 200_000, 100_000)));
    double z = VanElteren.of(ordinal, VanElteren.Scores.MIDRANK).orElseThrow().z();

    assertEquals(
        MannWhitney.of(ordinal.get(0).focal(), ordinal.get(0).reference()).orElseThrow().z(),
        z,
        1e-6);
  }
}
