package org.evenhand.analytics.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.evenhand.analytics.statistics.raters.OneWayEffects;
import org.evenhand.analytics.statistics.raters.RaterProfile;
import org.evenhand.kit.test.cases.Numbers;

/** The figures of the cases about raters. */
final class RaterFigures {
  private RaterFigures() {}

  static Object oneWay(JsonNode input) {
    Map<String, Moments> groups = new TreeMap<>();
    input
        .get("groups")
        .properties()
        .forEach(group -> groups.put(group.getKey(), moments(group.getValue())));
    OneWayEffects found = OneWayEffects.of(groups).orElseThrow();
    Map<String, Double> shrunken = new TreeMap<>();
    found.effects().forEach((group, effect) -> shrunken.put(group, effect.shrunken()));
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("grand_mean", found.mean());
    figures.put("MSB", found.betweenMeanSquare());
    figures.put("MSW", found.withinMeanSquare());
    figures.put("tau2", found.betweenVariance());
    figures.put("sigma2", found.withinMeanSquare());
    figures.put("icc1", found.intraclass());
    figures.put("F", found.f());
    figures.put("p", found.p());
    figures.put("reliability", found.effects().get("A").reliability());
    figures.put("shrunken_effects", shrunken);
    return figures;
  }

  private static Moments moments(JsonNode values) {
    return Moments.of(Numbers.wholes(values));
  }

  static Object raterProfile(JsonNode input) {
    RaterProfile profile =
        RaterProfile.of(
                CaseFigures.levels(input.get("manager")),
                CaseFigures.levels(input.get("peers")),
                Numbers.number(input.get("tau2")))
            .orElseThrow();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("n", profile.n());
    figures.put("mean", profile.mean());
    figures.put("baseline_mean", profile.baselineMean());
    figures.put("baseline_var", profile.baselineVariance());
    figures.put("raw_effect", profile.rawEffect());
    figures.put("reliability", profile.reliability());
    figures.put("shrunken_effect", profile.shrunkenEffect());
    figures.put("posterior_sd", profile.posteriorDeviation());
    figures.put("z", profile.z());
    figures.put("sd_ratio", profile.deviationRatio().orElseThrow());
    figures.put("middle_share", profile.middleShare());
    figures.put("middle_share_wilson", CaseFigures.limits(profile.middleInterval()));
    figures.put("baseline_middle_share", profile.baselineMiddleShare());
    return figures;
  }
}
