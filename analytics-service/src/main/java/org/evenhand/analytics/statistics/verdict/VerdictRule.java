package org.evenhand.analytics.statistics.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenhand.analytics.statistics.Size;
import org.evenhand.analytics.statistics.effects.Effect;

/**
 * The rule that turns a family of comparisons into verdicts.
 *
 * <p>In this order: hidden groups are SUPPRESSED; fewer people than the metric's least, or a
 * difference that one person would turn round, is INSUFFICIENT; evidence that goes away within job
 * families and levels is EXPLAINED; a size without evidence, or evidence without a size, is WATCH;
 * a size at its level with evidence is WARN or CRITICAL. CRITICAL needs more: the stratified effect
 * confirms it, or it is the second cycle in a row. Evidence is a Benjamini-Hochberg q below the
 * limit, among the pooled tests of the family and among the stratified ones; {@link FamilyTests}
 * says how they are corrected.
 *
 * <p>That one person would turn a difference round matters only where there is a difference to
 * speak of: two groups of a thousand at the same rate are not short of people. And that a
 * stratified test finds nothing explains only what is also smaller within strata: otherwise a
 * difference would count as explained because there are too few people to see it.
 *
 * @param name of the rule
 * @param version of the rule; it changes when a verdict could
 * @param evidenceBelow the limit of q
 */
public record VerdictRule(String name, String version, double evidenceBelow) {
  /** The rule in force. */
  public static final VerdictRule STANDARD = new VerdictRule("size-and-evidence", "2", 0.05);

  /** Judges a family of which no cycle before is known. */
  public List<Verdict> judge(Family family, List<Comparison> comparisons) {
    return judge(family, comparisons, Set.of());
  }

  /**
   * Judges all comparisons of a family, in their order. Pass every dimension of the cycle at once:
   * the correction is only as honest as the family is whole.
   *
   * @param before what the same metric found in the previous cycle on the same scale
   * @throws IllegalArgumentException a comparison by another metric
   */
  public List<Verdict> judge(
      Family family, List<Comparison> comparisons, Set<PriorWarning> before) {
    List<Evidence> evidence = FamilyTests.of(family, comparisons, before, evidenceBelow);
    List<Verdict> verdicts = new ArrayList<>();
    for (int i = 0; i < comparisons.size(); i++) {
      verdicts.add(judge(family, comparisons.get(i), evidence.get(i)));
    }
    return verdicts;
  }

  private Verdict judge(Family family, Comparison comparison, Evidence evidence) {
    if (comparison instanceof Comparison.Compared compared) {
      Effect effect = compared.effect();
      requireMetric(family, effect);
      return verdict(
          family,
          compared,
          Optional.of(basis(family, evidence, compared.reference(), effect)),
          conclude(effect, evidence));
    }
    if (comparison instanceof Comparison.Coverage coverage) {
      requireMetric(family, coverage.effect());
      return verdict(
          family,
          coverage,
          Optional.of(basis(family, evidence, coverage.reference(), coverage.effect())),
          Conclusion.coverage(coverage.effect()));
    }
    if (comparison instanceof Comparison.NotCompared not) {
      return verdict(family, not, Optional.empty(), Conclusion.notCompared(not));
    }
    return verdict(family, comparison, Optional.empty(), Conclusion.suppressed());
  }

  private static Conclusion conclude(Effect effect, Evidence evidence) {
    if (!FamilyTests.hasEnoughPeople(effect)) {
      return Conclusion.tooFew(effect);
    }
    Size size = effect.size();
    boolean sized = size.isAtLeast(Size.NOTE);
    if (sized && effect.turnsWithOnePerson()) {
      return Conclusion.turnsRound(effect);
    }
    if (!evidence.isEvident()) {
      return unproven(effect, evidence, sized);
    }
    if (evidence.explains(effect)) {
      return Conclusion.explained(effect, evidence);
    }
    if (!sized) {
      return Conclusion.evidenceWithoutSize(effect, evidence);
    }
    if (!size.isAtLeast(Size.WARN)) {
      return Conclusion.smallButEvident(effect, evidence);
    }
    return size == Size.CRITICAL && (evidence.confirms(effect) || evidence.again())
        ? Conclusion.critical(effect, evidence)
        : Conclusion.warn(effect, evidence);
  }

  private static Conclusion unproven(Effect effect, Evidence evidence, boolean sized) {
    if (sized) {
      return Conclusion.sizeWithoutEvidence(effect, evidence);
    }
    return evidence.showsWhatIsHidden()
        ? Conclusion.hiddenByTheWhole(effect, evidence)
        : Conclusion.nothing(effect, evidence);
  }

  private Verdict verdict(
      Family family, Comparison of, Optional<Verdict.Basis> basis, Conclusion conclusion) {
    return new Verdict(
        conclusion.outcome(),
        of.dimension(),
        of.group(),
        family.metric(),
        basis,
        this,
        conclusion.reasons(),
        conclusion.clearedBy());
  }

  private static Verdict.Basis basis(
      Family family, Evidence evidence, String reference, Effect effect) {
    return new Verdict.Basis(
        reference,
        effect.focalPeople(),
        effect.referencePeople(),
        effect.value(),
        effect.interval(),
        effect.isBehind(),
        effect.size(),
        effect.significance(),
        evidence.q(),
        family.inWords(),
        evidence.tests(),
        evidence.look(),
        evidence.stratified().map(of -> Verdict.Stratified.of(of, evidence.stratifiedQ())));
  }

  private static void requireMetric(Family family, Effect effect) {
    if (effect.metric() != family.metric()) {
      throw new IllegalArgumentException(
          effect.metric().apiName() + " in the family " + family.inWords());
    }
  }
}
