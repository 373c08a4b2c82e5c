package org.evenhand.analytics.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.evenhand.analytics.statistics.effects.CliffsDelta;
import org.evenhand.analytics.statistics.effects.ExactRatio;
import org.evenhand.analytics.statistics.effects.ImpactRatio;
import org.evenhand.analytics.statistics.partition.Disclosure;
import org.evenhand.analytics.statistics.partition.ReferenceGroup;
import org.evenhand.analytics.statistics.partition.Suppression;
import org.evenhand.analytics.statistics.tests.BenjaminiHochberg;
import org.evenhand.analytics.statistics.tests.ExactMannWhitney;
import org.evenhand.analytics.statistics.tests.FengCliff;
import org.evenhand.analytics.statistics.tests.FisherExact;
import org.evenhand.analytics.statistics.tests.MannWhitney;
import org.evenhand.analytics.statistics.tests.PooledZ;
import org.evenhand.kit.test.cases.Numbers;

/**
 * Computes the figures of a published case from its input, in the shape in which the case has them.
 */
final class CaseFigures {
  static final Map<String, Function<JsonNode, Object>> BY_METHOD =
      Map.ofEntries(
          Map.entry("adverse_impact", CaseFigures::adverseImpact),
          Map.entry("benjamini_hochberg", CaseFigures::benjaminiHochberg),
          Map.entry("cliff_delta", CaseFigures::fengCliff),
          Map.entry("cohen_h", CaseFigures::cohenH),
          Map.entry(
              "fisher_exact",
              input -> fisher(selection(input.at("/table/0")), selection(input.at("/table/1")))),
          Map.entry("four_fifths", CaseFigures::fourFifths),
          Map.entry("newcombe_difference", CaseFigures::newcombe),
          Map.entry("ordinal_two_group", CaseFigures::ordinalTwoGroup),
          Map.entry("small_cell_suppression", CaseFigures::suppression),
          Map.entry("wilson_interval", CaseFigures::wilson),
          Map.entry("chi_square", DriftFigures::chiSquare),
          Map.entry("distribution_drift", DriftFigures::drift),
          Map.entry("wasserstein", DriftFigures::wasserstein),
          Map.entry("cochran_mantel_haenszel", StratifiedFigures::mantelHaenszel),
          Map.entry("stratified_ordinal_cmh", StratifiedFigures::vanElteren),
          Map.entry("cusum", SeriesFigures::cusum),
          Map.entry("ewma", SeriesFigures::ewma),
          Map.entry("p_chart", SeriesFigures::pChart),
          Map.entry("laney_p_prime", SeriesFigures::laney),
          Map.entry("alpha_spending", SeriesFigures::alphaSpending),
          Map.entry("eb_shrinkage_oneway", RaterFigures::oneWay),
          Map.entry("rater_effect", RaterFigures::raterProfile));

  private CaseFigures() {}

  private static Object adverseImpact(JsonNode input) {
    ImpactRatio impact =
        new ImpactRatio(ofPeople(input.get("focal")), ofPeople(input.get("reference")));
    PooledZ z = PooledZ.of(impact.focal(), impact.reference());
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("rate_focal", impact.focal().rate());
    figures.put("rate_reference", impact.reference().rate());
    impact.value().ifPresent(ratio -> figures.put("impact_ratio", ratio));
    figures.put("below_four_fifths", impact.belowFourFifths());
    figures.put("z", Map.of("z", z.z(), "p_two_sided", z.p()));
    figures.put("fisher", fisher(impact.focal(), impact.reference()));
    impact.interval().ifPresent(interval -> figures.put("ratio_ci95_katz", limits(interval)));
    figures.put("difference", impact.difference());
    figures.put("difference_ci95_newcombe", limits(impact.differenceInterval()));
    figures.put("cohen_h", impact.cohenH());
    Proportions.oddsRatio(impact.focal(), impact.reference())
        .ifPresent(odds -> figures.put("odds_ratio", odds));
    figures.put("shortfall_vs_reference_rate", impact.shortfall());
    impact
        .ratioAfterSwap()
        .ifPresent(
            swapped ->
                figures.put(
                    "one_person_flip",
                    Map.of(
                        "ratio_after_swap", swapped.value(),
                        "reverses", impact.turnsWithOnePerson())));
    return figures;
  }

  private static Map<String, Object> fisher(Selection focal, Selection reference) {
    FisherExact test = FisherExact.of(focal, reference);
    return Map.of(
        "p_two_sided", test.twoSided(),
        "p_less", test.less(),
        "p_greater", test.greater(),
        "p_less_mid", test.lessMid());
  }

  private static Object benjaminiHochberg(JsonNode input) {
    double[] p = Numbers.numbers(input.get("p"));
    double limit = Numbers.number(input.get("q"));
    double[] q = BenjaminiHochberg.adjusted(p);
    List<Integer> rejected = new ArrayList<>();
    int bonferroni = 0;
    for (int i = 0; i < q.length; i++) {
      if (q[i] <= limit) {
        rejected.add(i);
      }
      if (p[i] <= limit / p.length) {
        bonferroni++;
      }
    }
    return Map.of(
        "adjusted", q,
        "rejected", rejected,
        "n_rejected", rejected.size(),
        "n_rejected_bonferroni", bonferroni);
  }

  private static Object fengCliff(JsonNode input) {
    double[] treatment = Numbers.numbers(input.get("treatment"));
    double[] control = Numbers.numbers(input.get("control"));
    TreeMap<Double, Integer> levels = new TreeMap<>();
    for (double[] group : List.of(treatment, control)) {
      for (double value : group) {
        levels.put(value, 0);
      }
    }
    FengCliff result =
        FengCliff.of(count(treatment, levels), count(control, levels), 0.95).orElseThrow();
    return Map.of(
        "delta", result.delta(), "var", result.variance(), "ci", limits(result.interval()));
  }

  private static LevelCounts count(double[] group, Map<Double, Integer> levels) {
    List<Double> values = new ArrayList<>(levels.keySet());
    long[] counts = new long[values.size()];
    for (double value : group) {
      counts[values.indexOf(value)]++;
    }
    return LevelCounts.of(counts);
  }

  private static Object cohenH(JsonNode input) {
    List<Double> h = new ArrayList<>();
    input
        .get("pairs")
        .forEach(
            pair ->
                h.add(
                    Proportions.cohenH(Numbers.number(pair.get(0)), Numbers.number(pair.get(1)))));
    return Map.of("h", h);
  }

  private static Object fourFifths(JsonNode input) {
    if (input.has("pairs")) {
      told(input, "format", "[selected_focal, n_focal, selected_ref, n_ref]");
      List<Boolean> flags = new ArrayList<>();
      List<String> exact = new ArrayList<>();
      for (JsonNode pair : input.get("pairs")) {
        ExactRatio ratio =
            ExactRatio.of(
                new Selection(Numbers.whole(pair.get(0)), Numbers.whole(pair.get(1))),
                new Selection(Numbers.whole(pair.get(2)), Numbers.whole(pair.get(3))));
        flags.add(ratio.belowFourFifths());
        exact.add(ratio.toString());
      }
      return Map.of("flags", flags, "ratio_exact", exact);
    }
    Map<String, Selection> groups = new TreeMap<>();
    input.get("groups").properties().forEach(g -> groups.put(g.getKey(), ofPeople(g.getValue())));
    long people = groups.values().stream().mapToLong(Selection::people).sum();
    String reference = ReferenceGroup.highestRate(groups, people).orElseThrow();
    Map<String, Double> ratios = new HashMap<>();
    Map<String, Boolean> flags = new HashMap<>();
    groups.forEach(
        (name, group) -> {
          if (!name.equals(reference)) {
            ImpactRatio impact = new ImpactRatio(group, groups.get(reference));
            ratios.put(name, impact.value().orElseThrow());
            flags.put(name, impact.belowFourFifths());
          }
        });
    return Map.of("reference_group", reference, "impact_ratio", ratios, "flag", flags);
  }

  private static Object newcombe(JsonNode input) {
    return Map.of(
        "ci",
        limits(Proportions.newcombe(ofPeople(input.get("a")), ofPeople(input.get("b")), 0.95)));
  }

  private static Object ordinalTwoGroup(JsonNode input) {
    LevelCounts x = levels(input.get("x_counts"));
    LevelCounts y = levels(input.get("y_counts"));
    scale(input, x);
    CliffsDelta delta = new CliffsDelta(y, x);
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("n_x", x.people());
    figures.put("n_y", y.people());
    figures.put("theta", delta.dominance().theta());
    figures.put("cliff_delta_y_minus_x", delta.delta());
    MannWhitney.of(x, y).ifPresent(test -> figures.put("U_x", test.u()));
    MannWhitney.of(y, x)
        .ifPresent(
            test -> {
              figures.put("U_y", test.u());
              figures.put("z", test.z());
              figures.put("p_z", test.p());
              figures.put("z_cc", test.zCorrected());
              figures.put("p_z_cc", test.pCorrected());
            });
    delta
        .brunnerMunzel()
        .ifPresent(
            test -> {
              figures.put("bm_statistic", test.statistic());
              figures.put("bm_df", test.degreesOfFreedom());
              figures.put("bm_p", test.p());
              figures.put("theta_ci", limits(test.interval()));
            });
    figures.put("mann_whitney_exact_conditional_p", ExactMannWhitney.p(y, x));
    return figures;
  }

  private static Object suppression(JsonNode input) {
    long k = Numbers.whole(input.get("k"));
    if (input.has("queries")) {
      List<Disclosure> found = new ArrayList<>();
      input.get("queries").forEach(query -> found.add(disclosure(query, k)));
      return Map.of(
          "allowed", found.stream().map(Disclosure::isAllowed).toList(),
          "reason", found.stream().map(Disclosure::words).toList());
    }
    List<Object> hidden = new ArrayList<>();
    for (JsonNode published : input.get("cases")) {
      Map<String, Long> people = new HashMap<>();
      published
          .get("groups")
          .properties()
          .forEach(g -> people.put(g.getKey(), Numbers.whole(g.getValue())));
      hidden.add(Suppression.of(people, k).hidden());
    }
    return Map.of("hidden", hidden);
  }

  private static Disclosure disclosure(JsonNode query, long k) {
    Disclosure found = Disclosure.NONE;
    if (query.has("nested") && truth(query.get("nested"))) {
      found =
          Disclosure.ofNested(
              Numbers.whole(query.get("first_n")), Numbers.whole(query.get("second_n")), k);
    }
    if (query.has("population")) {
      found =
          found.or(
              Disclosure.ofComplement(
                  Numbers.whole(query.get("population")), Numbers.whole(query.get("visible")), k));
    }
    return query.has("counts") ? found.or(distribution(query, k)) : found;
  }

  private static boolean truth(JsonNode value) {
    if (!value.isBoolean()) {
      throw new IllegalArgumentException(value + " is neither true nor false");
    }
    return value.asBoolean();
  }

  private static Disclosure distribution(JsonNode query, long k) {
    LevelCounts counts = levels(query.get("counts"));
    if (query.has("n") && Numbers.whole(query.get("n")) != counts.people()) {
      throw new IllegalArgumentException("n is not the sum of " + counts);
    }
    return Disclosure.ofDistribution(counts, k);
  }

  private static Object wilson(JsonNode input) {
    List<Object> intervals = new ArrayList<>();
    for (JsonNode one : input) {
      Selection group = new Selection(Numbers.whole(one.get("x")), Numbers.whole(one.get("n")));
      double confidence = Numbers.number(one.get("conf"));
      intervals.add(
          Map.of(
              "x", group.selected(),
              "n", group.people(),
              "conf", confidence,
              "ci", limits(Proportions.wilson(group, confidence))));
    }
    return intervals;
  }

  /** What a case says of how it is to be read is what is done. */
  static void told(JsonNode input, String key, String known) {
    if (input.has(key) && !input.get(key).asText().equals(known)) {
      throw new IllegalArgumentException(key + " is known as " + known + " alone");
    }
  }

  /** The lowest level comes first, as in counts; words are taken to be in that order. */
  static void scale(JsonNode input, LevelCounts counts) {
    if (!input.has("scale")) {
      return;
    }
    JsonNode scale = input.get("scale");
    if (scale.size() != counts.levels()) {
      throw new IllegalArgumentException("A scale of " + scale + " for " + counts);
    }
    for (int i = 1; i < scale.size(); i++) {
      if (scale.get(i).isNumber()
          && Numbers.number(scale.get(i)) <= Numbers.number(scale.get(i - 1))) {
        throw new IllegalArgumentException("A scale that doesn't rise: " + scale);
      }
    }
  }

  static double[] limits(Interval interval) {
    return new double[] {interval.low(), interval.high()};
  }

  static LevelCounts levels(JsonNode array) {
    return LevelCounts.of(Numbers.wholes(array));
  }

  /** [selected, people] */
  static Selection ofPeople(JsonNode pair) {
    return new Selection(Numbers.whole(pair.get(0)), Numbers.whole(pair.get(1)));
  }

  /** [selected, not selected] */
  static Selection selection(JsonNode row) {
    return new Selection(
        Numbers.whole(row.get(0)), Numbers.whole(row.get(0)) + Numbers.whole(row.get(1)));
  }
}
