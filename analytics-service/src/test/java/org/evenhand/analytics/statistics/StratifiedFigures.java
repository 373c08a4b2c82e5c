package org.evenhand.analytics.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.analytics.statistics.effects.ExactRatio;
import org.evenhand.analytics.statistics.stratified.BreslowDay;
import org.evenhand.analytics.statistics.stratified.CochranMantelHaenszel;
import org.evenhand.analytics.statistics.stratified.CommonOddsRatio;
import org.evenhand.analytics.statistics.stratified.OrdinalStratum;
import org.evenhand.analytics.statistics.stratified.SelectionStratum;
import org.evenhand.analytics.statistics.stratified.VanElteren;
import org.evenhand.analytics.statistics.tests.PooledZ;

/** The figures of the cases about groups compared within strata. */
final class StratifiedFigures {
  private StratifiedFigures() {}

  /** The first row of each table is the focal group of the odds ratio. */
  static Object mantelHaenszel(JsonNode input) {
    CaseFigures.told(
        input, "layout", "[[male admitted, male rejected],[female admitted, female rejected]]");
    List<SelectionStratum> strata = new ArrayList<>();
    for (int i = 0; i < input.get("tables").size(); i++) {
      JsonNode table = input.get("tables").get(i);
      strata.add(
          new SelectionStratum(
              input.at("/strata/" + i).asText(),
              CaseFigures.selection(table.get(0)),
              CaseFigures.selection(table.get(1))));
    }
    CommonOddsRatio ratio = CommonOddsRatio.of(strata, .95).orElseThrow();
    CochranMantelHaenszel test = CochranMantelHaenszel.of(strata).orElseThrow();
    BreslowDay homogeneity = BreslowDay.of(strata, ratio).orElseThrow();
    Map<String, Object> stratified = new LinkedHashMap<>();
    stratified.put("or_mh", ratio.value());
    stratified.put("ci", CaseFigures.limits(ratio.interval()));
    stratified.put("chi2", test.chiSquare());
    stratified.put("p", test.p());
    stratified.put("chi2_cc", test.chiSquareCorrected());
    stratified.put("p_cc", test.pCorrected());
    stratified.put("breslow_day", homogeneity.statistic());
    stratified.put("breslow_day_p", homogeneity.p());
    stratified.put("tarone", homogeneity.tarone());

    Selection men = pooled(strata.stream().map(SelectionStratum::focal).toList());
    Selection women = pooled(strata.stream().map(SelectionStratum::reference).toList());
    PooledZ z = PooledZ.of(women, men);
    return Map.of(
        "stratified",
        stratified,
        "pooled",
        Map.of(
            "odds_ratio", Proportions.oddsRatio(men, women).orElseThrow(),
            "impact_ratio_female_to_male", ExactRatio.of(women, men).value(),
            "z", Map.of("z", z.z(), "p_two_sided", z.p())));
  }

  static Object vanElteren(JsonNode input) {
    List<OrdinalStratum> strata = new ArrayList<>();
    for (JsonNode stratum : input.get("strata")) {
      strata.add(
          new OrdinalStratum(
              stratum.get("name").asText(),
              CaseFigures.levels(stratum.get("y")),
              CaseFigures.levels(stratum.get("x"))));
      CaseFigures.scale(input, strata.get(strata.size() - 1).focal());
    }
    return Map.of(
        "integer", figures(strata, VanElteren.Scores.ORDINAL),
        "midrank_std", figures(strata, VanElteren.Scores.MIDRANK));
  }

  private static Map<String, Double> figures(
      List<OrdinalStratum> strata, VanElteren.Scores scores) {
    VanElteren test = VanElteren.of(strata, scores).orElseThrow();
    return Map.of("chi2", test.chiSquare(), "z", test.z(), "p", test.p());
  }

  private static Selection pooled(List<Selection> groups) {
    return new Selection(
        groups.stream().mapToLong(Selection::selected).sum(),
        groups.stream().mapToLong(Selection::people).sum());
  }
}
