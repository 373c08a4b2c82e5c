package org.evenhand.analytics.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.evenhand.analytics.statistics.monitoring.Cusum;
import org.evenhand.analytics.statistics.monitoring.Ewma;
import org.evenhand.analytics.statistics.monitoring.PChart;
import org.evenhand.analytics.statistics.tests.AlphaSpending;
import org.evenhand.analytics.statistics.tests.SpendingFunction;
import org.evenhand.kit.test.cases.Numbers;

/** The figures of the cases about series over time. */
final class SeriesFigures {
  private SeriesFigures() {}

  static Object cusum(JsonNode input) {
    double sigma = Numbers.number(input.get("sigma"));
    Cusum cusum =
        new Cusum(
            Numbers.number(input.get("mu0")),
            sigma,
            Numbers.number(input.get("K")) / sigma,
            Numbers.number(input.get("H")) / sigma);
    double[] series = Numbers.numbers(input.get("x"));
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
            Numbers.number(input.get("z0")),
            Numbers.number(input.get("sigma")),
            Numbers.number(input.get("lam")),
            Numbers.number(input.get("L")));
    List<Ewma.Point> chart = ewma.chart(Numbers.numbers(input.get("x")));
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

  /** One pair of limits where all samples are of one size, else a pair for each. */
  private static Map<String, Object> limits(PChart chart) {
    Map<String, Object> figures = new LinkedHashMap<>();
    boolean oneSize = chart.samples().stream().map(Selection::people).distinct().count() == 1;
    List<Double> low = chart.points().stream().map(PChart.Point::low).toList();
    List<Double> high = chart.points().stream().map(PChart.Point::high).toList();
    figures.put("pbar", chart.mean());
    figures.put("lcl", oneSize ? low.get(0) : low);
    figures.put("ucl", oneSize ? high.get(0) : high);
    return figures;
  }

  private static List<Selection> samples(JsonNode input) {
    List<Selection> samples = new ArrayList<>();
    JsonNode selected = input.get("d");
    JsonNode people = input.get("n");
    if (selected.size() != people.size()) {
      throw new IllegalArgumentException(selected.size() + " of d, " + people.size() + " of n");
    }
    for (int i = 0; i < selected.size(); i++) {
      samples.add(new Selection(Numbers.whole(selected.get(i)), Numbers.whole(people.get(i))));
    }
    return samples;
  }

  static Object alphaSpending(JsonNode input) {
    List<AlphaSpending.Look> looks =
        AlphaSpending.looks(
            spending(input.get("spending").asText()),
            Numbers.number(input.get("alpha")),
            Numbers.numbers(input.get("t")));
    return Map.of(
        "bounds", looks.stream().map(AlphaSpending.Look::bound).toList(),
        "cumulative_alpha", looks.stream().map(AlphaSpending.Look::spent).toList());
  }

  /** By its formula, or by its name. */
  private static SpendingFunction spending(String told) {
    String formula = told.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9()*/=+-]", "");
    String name = formula.replaceAll("[^a-z]", "");
    if (formula.startsWith("alpha*(t)=4*(1-phi(zalpha/4/sqrtt))") || name.equals("obrienfleming")) {
      return SpendingFunction.OBRIEN_FLEMING;
    }
    if (formula.startsWith("alpha*(t)=alpha*ln(1+(e-1)*t)") || name.equals("pocock")) {
      return SpendingFunction.POCOCK;
    }
    throw new IllegalArgumentException("No spending function is known as: " + told);
  }
}
