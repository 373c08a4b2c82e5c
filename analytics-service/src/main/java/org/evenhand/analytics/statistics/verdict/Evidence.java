package org.evenhand.analytics.statistics.verdict;

import java.util.Optional;
import java.util.OptionalDouble;
import org.evenhand.analytics.statistics.Size;
import org.evenhand.analytics.statistics.effects.Effect;
import org.evenhand.analytics.statistics.stratified.StratifiedEffect;

/**
 * What the tests say of one comparison, pooled and within strata.
 *
 * @param look how many of the ratings are in
 * @param tests how many tests the family holds
 * @param limit evidence is a q below it
 * @param q of the pooled test, among those that may become a warning if this one may; empty for
 *     what was not tested
 * @param stratified the effect within strata; empty where it can't be told
 * @param stratifiedQ of its test
 * @param again whether the group was at WARN or CRITICAL in the cycle before, in the same direction
 */
record Evidence(
    InterimLook look,
    int tests,
    double limit,
    OptionalDouble q,
    Optional<StratifiedEffect> stratified,
    OptionalDouble stratifiedQ,
    boolean again) {

  Evidence withQ(OptionalDouble other) {
    return new Evidence(look, tests, limit, other, stratified, stratifiedQ, again);
  }

  /** Whether only the want of evidence keeps a comparison from becoming a warning. */
  boolean mayWarn(Comparison.Compared compared) {
    Effect effect = compared.effect();
    return effect.size().isAtLeast(Size.WARN) && !effect.turnsWithOnePerson() && !explains(effect);
  }

  /** Whether there is evidence of a difference, all jobs taken together. */
  boolean isEvident() {
    return isBelow(q);
  }

  /** Whether the strata show the effect too: in its direction, as large as a warning, evident. */
  boolean confirms(Effect effect) {
    return isBelow(stratifiedQ)
        && stratified
            .filter(within -> within.behind() == effect.isBehind())
            .filter(within -> within.size().isAtLeast(Size.WARN))
            .isPresent();
  }

  /**
   * Whether the strata take the effect away: within them it goes the other way, or is neither
   * evident nor as large.
   */
  boolean explains(Effect effect) {
    if (stratified.isEmpty()) {
      return false;
    }
    StratifiedEffect within = stratified.get();
    return isBelow(stratifiedQ)
        ? within.behind() != effect.isBehind()
        : within.size() == Size.NONE
            || (!within.size().isAtLeast(Size.WARN) && effect.size().compareTo(within.size()) > 0);
  }

  /** Whether there is a difference within strata that the whole does not show. */
  boolean showsWhatIsHidden() {
    return isBelow(stratifiedQ)
        && stratified.filter(within -> within.size().isAtLeast(Size.NOTE)).isPresent();
  }

  private boolean isBelow(OptionalDouble value) {
    return value.isPresent() && value.getAsDouble() < limit;
  }
}
