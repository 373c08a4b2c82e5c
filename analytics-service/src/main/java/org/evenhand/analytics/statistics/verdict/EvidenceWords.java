package org.evenhand.analytics.statistics.verdict;

import java.util.Locale;
import org.evenhand.analytics.statistics.Metric;
import org.evenhand.analytics.statistics.Significance;
import org.evenhand.analytics.statistics.effects.Effect;
import org.evenhand.analytics.statistics.stratified.StratifiedEffect;

/** What the tests say, in words. */
final class EvidenceWords {
  private EvidenceWords() {}

  /** The pooled test, corrected for the other tests of its family. */
  static String pooled(Effect effect, Evidence evidence) {
    if (evidence.q().isEmpty() || effect.significance().isEmpty()) {
      return "There was nothing to test: everybody has the same rating.";
    }
    Significance test = effect.significance().get();
    return String.format(
        Locale.ROOT,
        "%s: %s; %s%s in a family of size %d, where evidence is a q below %s.",
        capital(test.test().words()),
        probability("p", test.p()),
        early(evidence),
        probability("q", evidence.q().getAsDouble()),
        evidence.tests(),
        evidence.limit());
  }

  /** The comparison within job families and levels, or why there is none. */
  static String stratified(Metric metric, Evidence evidence) {
    if (evidence.stratified().isEmpty()) {
      return String.format(
          Locale.ROOT,
          "Within job families and levels nothing can be told: it takes %d people in %d of them"
              + " that both groups are in, and ratings that differ there.",
          StratifiedEffect.LEAST_PEOPLE,
          StratifiedEffect.LEAST_STRATA);
    }
    Verdict.Stratified within =
        Verdict.Stratified.of(evidence.stratified().get(), evidence.stratifiedQ());
    return String.format(
            Locale.ROOT,
            "Within job families and levels, over %d of them with %d people: %s; %s: %s",
            within.strata(),
            within.people(),
            value(metric, within),
            within.significance().test().words(),
            probability("p", within.significance().p()))
        + (within.q().isPresent() ? ", " + probability("q", within.q().getAsDouble()) : "")
        + (disagree(within, evidence.limit()) ? "; they do not all agree" : "")
        + ".";
  }

  private static String early(Evidence evidence) {
    return evidence.look().isFinal()
        ? ""
        : String.format(
            Locale.ROOT,
            "with %.0f %% of the ratings in, where z has to pass %.2f, ",
            100 * evidence.look().share(),
            evidence.look().bound(evidence.limit()));
  }

  static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String value(Metric metric, Verdict.Stratified within) {
    String name = metric == Metric.IMPACT_RATIO ? "ratio" : "delta";
    return within.value().isPresent()
        ? String.format(Locale.ROOT, "a %s of %.2f", name, within.value().getAsDouble())
        : "no " + name;
  }

  private static boolean disagree(Verdict.Stratified within, double limit) {
    return within.homogeneityP().isPresent() && within.homogeneityP().getAsDouble() < limit;
  }

  private static String probability(String name, double value) {
    return value < 0.001 ? name + " < 0.001" : String.format(Locale.ROOT, "%s = %.3f", name, value);
  }
}
