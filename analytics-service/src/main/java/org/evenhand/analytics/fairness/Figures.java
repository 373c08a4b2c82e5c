package org.evenhand.analytics.fairness;

import java.util.Optional;
import java.util.OptionalDouble;
import org.evenhand.analytics.fairness.FairnessView.BrunnerMunzelView;
import org.evenhand.analytics.fairness.FairnessView.CliffsDeltaView;
import org.evenhand.analytics.fairness.FairnessView.FamilyView;
import org.evenhand.analytics.fairness.FairnessView.ImpactRatioView;
import org.evenhand.analytics.fairness.FairnessView.IntervalView;
import org.evenhand.analytics.fairness.FairnessView.PooledZView;
import org.evenhand.analytics.fairness.FairnessView.StratifiedView;
import org.evenhand.analytics.fairness.FairnessView.TestView;
import org.evenhand.analytics.fairness.FairnessView.VerdictView;
import org.evenhand.analytics.statistics.Interval;
import org.evenhand.analytics.statistics.effects.CliffsDelta;
import org.evenhand.analytics.statistics.effects.Effect;
import org.evenhand.analytics.statistics.effects.ImpactRatio;
import org.evenhand.analytics.statistics.tests.FisherExact;
import org.evenhand.analytics.statistics.tests.PooledZ;
import org.evenhand.analytics.statistics.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** The figures of a comparison as a client reads them; absent where there are none. */
public final class Figures {

  private Figures() {}

  public static ImpactRatioView impactRatio(JudgedComparison judged) {
    VerdictView verdict = verdict(judged.verdict());
    if (!(judged.effect().orElse(null) instanceof ImpactRatio ratio)) {
      return new ImpactRatioView(
          null, null, null, null, null, null, null, null, null, null, null, null, verdict);
    }
    PooledZ z = PooledZ.of(ratio.focal(), ratio.reference());
    return new ImpactRatioView(
        reference(judged),
        ratio.reference().rate(),
        orNull(ratio.value()),
        interval(ratio.interval()),
        ratio.belowFourFifths(),
        test(ratio),
        new PooledZView(z.z(), z.p()),
        FisherExact.of(ratio.focal(), ratio.reference()).twoSided(),
        ratio.difference(),
        interval(Optional.of(ratio.differenceInterval())),
        ratio.cohenH(),
        stratified(judged),
        verdict);
  }

  static CliffsDeltaView cliffsDelta(JudgedComparison judged) {
    VerdictView verdict = verdict(judged.verdict());
    if (!(judged.effect().orElse(null) instanceof CliffsDelta delta)) {
      return new CliffsDeltaView(null, null, null, null, null, null, verdict);
    }
    return new CliffsDeltaView(
        reference(judged),
        delta.delta(),
        interval(delta.interval()),
        test(delta),
        delta
            .brunnerMunzel()
            .map(bm -> new BrunnerMunzelView(bm.statistic(), bm.degreesOfFreedom(), bm.p()))
            .orElse(null),
        stratified(judged),
        verdict);
  }

  private static @Nullable StratifiedView stratified(JudgedComparison judged) {
    return judged
        .verdict()
        .basis()
        .flatMap(Verdict.Basis::stratified)
        .map(
            within ->
                new StratifiedView(
                    orNull(within.value()),
                    interval(within.interval()),
                    new TestView(within.significance().test().name(), within.significance().p()),
                    orNull(within.q()),
                    orNull(within.homogeneityP()),
                    within.size().name(),
                    within.strata(),
                    within.people()))
        .orElse(null);
  }

  private static VerdictView verdict(Verdict verdict) {
    return new VerdictView(
        verdict.outcome().name(),
        verdict.basis().map(basis -> basis.size().name()).orElse(null),
        verdict.basis().map(basis -> orNull(basis.q())).orElse(null),
        verdict
            .basis()
            .map(basis -> new FamilyView(basis.family(), basis.familySize()))
            .orElse(null),
        verdict.reasons(),
        verdict.clearedBy());
  }

  private static @Nullable String reference(JudgedComparison judged) {
    return judged.verdict().basis().map(Verdict.Basis::reference).orElse(null);
  }

  private static @Nullable TestView test(Effect effect) {
    return effect
        .significance()
        .map(test -> new TestView(test.test().name(), test.p()))
        .orElse(null);
  }

  private static @Nullable IntervalView interval(Optional<Interval> interval) {
    return interval.map(of -> new IntervalView(of.low(), of.high())).orElse(null);
  }

  private static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
