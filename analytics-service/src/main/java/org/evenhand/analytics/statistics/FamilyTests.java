package org.evenhand.analytics.statistics;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The tests of a family with their q-values, in the order of its comparisons. Whoever has too few
 * people to be judged is in none of them, and does not make the others harder to see. While ratings
 * are still coming in, it is the p of an {@link InterimLook} that is corrected.
 *
 * @param pooled Benjamini-Hochberg over the pooled tests; empty for what is not tested
 * @param stratified the same over the stratified tests
 */
record FamilyTests(List<OptionalDouble> pooled, List<OptionalDouble> stratified) {

  static FamilyTests of(List<Comparison> comparisons, InterimLook look) {
    return new FamilyTests(
        adjusted(comparisons.stream().map(FamilyTests::pooledP), look),
        adjusted(comparisons.stream().map(FamilyTests::stratifiedP), look));
  }

  private static List<OptionalDouble> adjusted(Stream<OptionalDouble> ps, InterimLook look) {
    return BenjaminiHochberg.adjusted(
        ps.map(p -> p.isPresent() ? OptionalDouble.of(look.p(p.getAsDouble())) : p).toList());
  }

  /** How many pooled tests there are. */
  int size() {
    return (int) pooled.stream().filter(OptionalDouble::isPresent).count();
  }

  static boolean hasEnoughPeople(Effect effect) {
    long least = effect.metric().leastPeople();
    return effect.focalPeople() >= least && effect.referencePeople() >= least;
  }

  private static OptionalDouble pooledP(Comparison comparison) {
    return comparison instanceof Comparison.Compared compared && hasEnoughPeople(compared.effect())
        ? p(compared.effect().significance())
        : OptionalDouble.empty();
  }

  private static OptionalDouble stratifiedP(Comparison comparison) {
    return comparison instanceof Comparison.Compared compared && hasEnoughPeople(compared.effect())
        ? p(compared.stratified().map(StratifiedEffect::significance))
        : OptionalDouble.empty();
  }

  private static OptionalDouble p(Optional<Significance> test) {
    return test.map(found -> OptionalDouble.of(found.p())).orElse(OptionalDouble.empty());
  }
}
