package org.evenhand.analytics.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The figures of the cases about series over time. */
final class SeriesFigures {
  private SeriesFigures() {}

  static Object cusum(JsonNode input) {
    double sigma = input.get("sigma").asDouble();
    Cusum cusum =
        new Cusum(
            input.get("mu0").asDouble(),
            sigma,
            input.get("K").asDouble() / sigma,
            input.get("H").asDouble() / sigma);
    double[] series = CaseFigures.doubles(input.get("x"));
    List<Cusum.Sums> sums = cusum.sums(series);
    Cusum.Signal signal = cusum.firstSignal(series).orElseThrow();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("c_plus", sums.stream().map(Cusum.Sums::upper).toList());
    figures.put("n_plus", sums.stream().map(Cusum.Sums::upperRun).toList());
    figures.put("c_minus", sums.stream().map(Cusum.Sums::lower).toList());
    figures.put("n_minus", sums.stream().map(Cusum.Sums::lowerRun).toList());
    figures.put("first_signal", signal.point());
    figures.put("side", signal.side().name().toLowerCase(Locale.ROOT));
    figures.put("estimated_change_after", signal.changedAfter());
    figures.put("shifted_mean_estimate", signal.shiftedMean());
    return figures;
  }

  static Object ewma(JsonNode input) {
    Ewma ewma =
        new Ewma(
            input.get("z0").asDouble(),
            input.get("sigma").asDouble(),
            input.get("lam").asDouble(),
            input.get("L").asDouble());
    List<Ewma.Point> chart = ewma.chart(CaseFigures.doubles(input.get("x")));
    return Map.of(
        "z", chart.stream().map(Ewma.Point::z).toList(),
        "lcl", chart.stream().map(Ewma.Point::low).toList(),
        "ucl", chart.stream().map(Ewma.Point::high).toList(),
        "signals",
            IntStream.range(0, chart.size())
                .filter(i -> chart.get(i).isSignal())
                .map(i -> i + 1)
                .boxed()
                .toList());
  }

  static Object pChart(JsonNode input) {
    PChart chart = PChart.of(samples(input));
    Map<String, Object> figures = limits(chart);
    figures.put("out", chart.out());
    figures.put("revised", limits(chart.revised()));
    return figures;
  }

  static Object laney(JsonNode input) {
    PChart chart = PChart.laney(samples(input));
    Map<String, Object> figures = limits(chart);
    figures.put("sigma_z", chart.overDispersion());
    figures.put("out", chart.out());
    return figures;
  }

  private static Map<String, Object> limits(PChart chart) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("pbar", chart.mean());
    figures.put("lcl", chart.points().get(0).low());
    figures.put("ucl", chart.points().get(0).high());
    return figures;
  }

  private static List<Selection> samples(JsonNode input) {
    List<Selection> samples = new ArrayList<>();
    for (int i = 0; i < input.get("d").size(); i++) {
      samples.add(new Selection(input.get("d").get(i).asLong(), input.get("n").get(i).asLong()));
    }
    return samples;
  }

  static Object alphaSpending(JsonNode input) {
    List<AlphaSpending.Look> looks =
        AlphaSpending.obrienFleming(
            input.get("alpha").asDouble(), CaseFigures.doubles(input.get("t")));
    return Map.of(
        "bounds", looks.stream().map(AlphaSpending.Look::bound).toList(),
        "cumulative_alpha", looks.stream().map(AlphaSpending.Look::spent).toList());
  }
}
