package org.evenhand.analytics.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The rule that turns a family of comparisons into verdicts.
 *
 * <p>In this order: hidden groups are SUPPRESSED; fewer people than the metric's least, or a
 * difference that one person would turn round, is INSUFFICIENT; a size without evidence, or
 * evidence without a size, is WATCH; a size at its level with q below the limit is WARN. Evidence
 * is a Benjamini-Hochberg q over the family. A critical size stays at WARN: it would take a
 * stratified effect (job family × level) or a second cycle to say more, and neither is computed
 * yet.
 *
 * <p>That one person would turn a difference round matters only where there is a difference to
 * speak of: two groups of a thousand at the same rate are not short of people.
 *
 * @param name of the rule
 * @param version of the rule; it changes when a verdict could
 * @param evidenceBelow the limit of q
 */
public record VerdictRule(String name, String version, double evidenceBelow) {
  /** The rule in force. */
  public static final VerdictRule STANDARD = new VerdictRule("size-and-evidence", "1", 0.05);

  /**
   * Judges all comparisons of a family, in their order. Pass every dimension of the cycle at once:
   * the correction is only as honest as the family is whole.
   *
   * @throws IllegalArgumentException a comparison by another metric
   */
  public List<Verdict> judge(Family family, List<Comparison> comparisons) {
    List<Comparison.Compared> tested = new ArrayList<>();
    for (Comparison comparison : comparisons) {
      if (comparison instanceof Comparison.Compared compared && isTested(compared.effect())) {
        tested.add(compared);
      }
    }
    double[] q =
        BenjaminiHochberg.adjusted(
            tested.stream()
                .flatMap(compared -> compared.effect().significance().stream())
                .mapToDouble(Significance::p)
                .toArray());
    List<Verdict> verdicts = new ArrayList<>();
    int next = 0;
    for (Comparison comparison : comparisons) {
      boolean inFamily = next < tested.size() && tested.get(next) == comparison;
      OptionalDouble own = inFamily ? OptionalDouble.of(q[next++]) : OptionalDouble.empty();
      verdicts.add(judge(new FamilyTest(family, tested.size(), own), comparison));
    }
    return verdicts;
  }

  /** What the family says about one comparison; q is empty for one that was not tested. */
  private record FamilyTest(Family family, int tests, OptionalDouble q) {}

  private Verdict judge(FamilyTest test, Comparison comparison) {
    if (comparison instanceof Comparison.Compared compared) {
      Effect effect = compared.effect();
      requireMetric(test.family(), effect);
      return verdict(
          test,
          compared,
          Optional.of(basis(test, compared.reference(), effect)),
          conclude(test, effect));
    }
    if (comparison instanceof Comparison.Coverage coverage) {
      requireMetric(test.family(), coverage.effect());
      return verdict(
          test,
          coverage,
          Optional.of(basis(test, coverage.reference(), coverage.effect())),
          Conclusion.coverage(coverage.effect()));
    }
    if (comparison instanceof Comparison.NotCompared not) {
      return verdict(test, not, Optional.empty(), Conclusion.notCompared(not));
    }
    return verdict(test, comparison, Optional.empty(), Conclusion.suppressed());
  }

  private Conclusion conclude(FamilyTest test, Effect effect) {
    if (!hasEnoughPeople(effect)) {
      return Conclusion.tooFew(effect);
    }
    Size size = effect.size();
    boolean sized = size.isAtLeast(Size.NOTE);
    if (sized && effect.turnsWithOnePerson()) {
      return Conclusion.turnsRound(effect);
    }
    boolean evident = test.q().isPresent() && test.q().getAsDouble() < evidenceBelow;
    String evidence = Conclusion.evidence(effect, test.q(), test.tests(), evidenceBelow);
    if (sized && evident) {
      return size.isAtLeast(Size.WARN)
          ? Conclusion.warn(effect, evidence)
          : Conclusion.smallButEvident(effect, evidence);
    }
    if (sized) {
      return Conclusion.sizeWithoutEvidence(effect, evidence);
    }
    return evident
        ? Conclusion.evidenceWithoutSize(effect, evidence)
        : Conclusion.nothing(effect, evidence);
  }

  private Verdict verdict(
      FamilyTest test, Comparison of, Optional<Verdict.Basis> basis, Conclusion conclusion) {
    return new Verdict(
        conclusion.outcome(),
        of.dimension(),
        of.group(),
        test.family().metric(),
        basis,
        this,
        conclusion.reasons(),
        conclusion.clearedBy());
  }

  private static Verdict.Basis basis(FamilyTest test, String reference, Effect effect) {
    return new Verdict.Basis(
        reference,
        effect.focalPeople(),
        effect.referencePeople(),
        effect.value(),
        effect.interval(),
        effect.size(),
        effect.significance(),
        test.q(),
        test.family().inWords(),
        test.tests());
  }

  private static boolean isTested(Effect effect) {
    return hasEnoughPeople(effect) && effect.significance().isPresent();
  }

  private static boolean hasEnoughPeople(Effect effect) {
    long least = effect.metric().leastPeople();
    return effect.focalPeople() >= least && effect.referencePeople() >= least;
  }

  private static void requireMetric(Family family, Effect effect) {
    if (effect.metric() != family.metric()) {
      throw new IllegalArgumentException(
          effect.metric().apiName() + " in the family " + family.inWords());
    }
  }
}
