package org.evenhand.analytics.statistics.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.evenhand.analytics.statistics.Significance;
import org.evenhand.analytics.statistics.effects.Effect;
import org.evenhand.analytics.statistics.stratified.StratifiedEffect;
import org.evenhand.analytics.statistics.tests.BenjaminiHochberg;

/**
 * The tests of a family, corrected for each other, so that of what is answered at most one in
 * twenty is expected to be a fluke.
 *
 * <p>A group with too few people to be judged is in no test, and doesn't make the others harder to
 * detect. Three things are corrected before Benjamini and Hochberg's procedure. The reference group
 * is chosen because it fared best: of n groups it could have been any, and n(n − 1)/2 pairs stand
 * behind n − 1 tests, so that p counts n/2 times. Before all ratings are in, it is the p of an
 * {@link InterimLook}. And a false discovery rate holds for all that are discovered together, not
 * for those picked out of them: so what can't become a warning, being small or explained by the
 * jobs, takes part with p = 1 where warnings are decided, and makes no other difference easier to
 * warn of.
 */
final class FamilyTests {
  private final Family family;
  private final List<Comparison> comparisons;
  private final double limit;

  private FamilyTests(Family family, List<Comparison> comparisons, double limit) {
    this.family = family;
    this.comparisons = comparisons;
    this.limit = limit;
  }

  /** What the tests say of each comparison, in their order. */
  static List<Evidence> of(
      Family family, List<Comparison> comparisons, Set<PriorWarning> before, double limit) {
    return new FamilyTests(family, comparisons, limit).evidence(before);
  }

  static boolean hasEnoughPeople(Effect effect) {
    long least = effect.metric().leastPeople();
    return effect.focalPeople() >= least && effect.referencePeople() >= least;
  }

  private List<Evidence> evidence(Set<PriorWarning> before) {
    List<OptionalDouble> p = p(compared -> compared.effect().significance());
    List<OptionalDouble> q = BenjaminiHochberg.adjusted(p);
    List<OptionalDouble> within =
        BenjaminiHochberg.adjusted(
            p(compared -> compared.stratified().map(StratifiedEffect::significance)));
    int tests = (int) p.stream().filter(OptionalDouble::isPresent).count();
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < comparisons.size(); i++) {
      evidence.add(
          new Evidence(
              family.look(),
              tests,
              limit,
              q.get(i),
              compared(i).flatMap(Comparison.Compared::stratified),
              within.get(i),
              compared(i).map(PriorWarning::to).filter(before::contains).isPresent()));
    }
    return amongPossibleWarnings(p, evidence);
  }

  private List<Evidence> amongPossibleWarnings(List<OptionalDouble> p, List<Evidence> evidence) {
    List<Boolean> possible = new ArrayList<>();
    List<OptionalDouble> others = new ArrayList<>();
    for (int i = 0; i < p.size(); i++) {
      Predicate<Comparison.Compared> warns = evidence.get(i)::mayWarn;
      possible.add(p.get(i).isPresent() && compared(i).filter(warns).isPresent());
      others.add(p.get(i).isEmpty() || possible.get(i) ? p.get(i) : OptionalDouble.of(1));
    }
    List<OptionalDouble> q = BenjaminiHochberg.adjusted(others);
    List<Evidence> after = new ArrayList<>();
    for (int i = 0; i < p.size(); i++) {
      after.add(possible.get(i) ? evidence.get(i).withQ(q.get(i)) : evidence.get(i));
    }
    return after;
  }

  private List<OptionalDouble> p(Function<Comparison.Compared, Optional<Significance>> test) {
    List<OptionalDouble> p = new ArrayList<>();
    for (int i = 0; i < comparisons.size(); i++) {
      p.add(
          compared(i)
              .filter(compared -> hasEnoughPeople(compared.effect()))
              .flatMap(
                  compared -> test.apply(compared).map(found -> corrected(compared, found.p())))
              .map(OptionalDouble::of)
              .orElse(OptionalDouble.empty()));
    }
    return p;
  }

  private double corrected(Comparison.Compared compared, double p) {
    return Math.min(1, family.look().p(p) * compared.contenders() / 2);
  }

  private Optional<Comparison.Compared> compared(int i) {
    return comparisons.get(i) instanceof Comparison.Compared compared
        ? Optional.of(compared)
        : Optional.empty();
  }
}
