package org.evenhand.bench.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.evenhand.bench.Benchmark;
import org.evenhand.bench.Workbench;
import org.evenhand.bench.parts.Parts;
import org.evenhand.bench.report.Row;
import org.evenhand.bench.report.Target;
import org.evenhand.local.process.Trouble;

/**
 * A closed year under ten drafts, one after the other: beside a year of a tenth, and the tenth
 * replay, which looks at what nine have told, beside the first.
 */
public final class ReplayBenchmark implements Benchmark {
  private static final int USUAL_REVIEWS = 100_000;
  private static final int REPLAYS = 10;
  private static final double AT_MOST_TIMES = 12;
  private static final double AT_MOST_OF_THE_FIRST = 2;
  private static final int WEIGHT_STEP = 6;

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public List<Row> run(Workbench bench) throws Exception {
    int reviews = Math.toIntExact(bench.options().number("reviews", USUAL_REVIEWS));
    try (Parts parts = Parts.fresh(bench)) {
      parts.startServers();
      parts.start(parts.service("review", parts.ports().review()));
      ClosedYears years = ClosedYears.of(parts, reviews);
      try (Requests requests = new Requests(parts.kafka())) {
        List<Double> tenth = replay(bench, years, requests, ClosedYears.TENTH);
        List<Double> whole = replay(bench, years, requests, ClosedYears.WHOLE);
        return List.of(
            row(
                "first replay of %,d reviews".formatted(reviews),
                whole.get(0),
                "of %,d".formatted(reviews / ClosedYears.TIMES),
                tenth.get(REPLAYS - 1),
                AT_MOST_TIMES),
            row(
                "tenth replay of %,d reviews".formatted(reviews),
                whole.get(REPLAYS - 1),
                "the first",
                whole.get(0),
                AT_MOST_OF_THE_FIRST));
      }
    }
  }

  private static List<Double> replay(
      Workbench bench, ClosedYears years, Requests requests, String cycle) throws Exception {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < REPLAYS; i++) {
      String id = UUID.randomUUID().toString();
      int craft = i * WEIGHT_STEP;
      millis.add(years.millis(() -> requests.send(id, cycle, craft), id));
      long told = years.told(id);
      if (told == 0) {
        throw new Trouble("The replay has told of nobody");
      }
      bench.say("  replay %d: %.0f ms, %,d reviews told of".formatted(i + 1, millis.get(i), told));
    }
    return millis;
  }

  private static Row row(String work, double ours, String beside, double theirs, double most) {
    return new Row(
        work, Row.millis(ours), beside, Row.millis(theirs), ours / theirs, Target.atMost(most));
  }
}
