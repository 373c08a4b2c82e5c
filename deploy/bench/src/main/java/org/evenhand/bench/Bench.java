package org.evenhand.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.evenhand.bench.fairness.FairnessBenchmark;
import org.evenhand.bench.imports.ImportsBenchmark;
import org.evenhand.bench.intake.IntakeBenchmark;
import org.evenhand.bench.matching.MatchingBenchmark;
import org.evenhand.bench.replay.ReplayBenchmark;
import org.evenhand.bench.report.Machine;
import org.evenhand.bench.report.Row;
import org.evenhand.bench.report.Table;
import org.evenhand.bench.season.ChecksBenchmark;
import org.evenhand.bench.season.TrainingBenchmark;
import org.evenhand.bench.simulation.SimulationBenchmark;
import org.evenhand.bench.submit.RelayBenchmark;
import org.evenhand.bench.submit.SubmitBenchmark;
import org.evenhand.bench.submit.TasksBenchmark;
import org.evenhand.local.Layout;
import org.evenhand.local.Progress;
import org.evenhand.local.process.OneAtATime;
import org.evenhand.local.process.Trouble;

/** Runs the named benchmarks one after the other and prints their results. */
public final class Bench {
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  /** In the order in which "all" takes them. */
  static final List<Benchmark> ALL =
      List.of(
          new SubmitBenchmark(),
          new RelayBenchmark(),
          new IntakeBenchmark(),
          new ImportsBenchmark(),
          new FairnessBenchmark(),
          new TasksBenchmark(),
          new MatchingBenchmark(),
          new ReplayBenchmark(),
          new ChecksBenchmark(),
          new TrainingBenchmark(),
          new SimulationBenchmark());

  /** Every option that some benchmark reads. */
  static final Set<String> OPTIONS =
      Set.of(
          "port-base",
          "clients",
          "submissions",
          "waiting",
          "events",
          "rows",
          "employees",
          "cycles",
          "questions",
          "entries",
          "reviews",
          "companies");

  private Bench() {}

  /** Called by deploy/bench/run, which sets the system properties. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    Progress progress = new Progress(out, Boolean.getBoolean("evenhand.terminal"));
    Options options;
    List<Benchmark> chosen;
    try {
      options = Options.parse(List.of(arguments), OPTIONS);
      chosen = named(options.names());
    } catch (Trouble trouble) {
      progress.say(trouble.sentence());
      System.exit(MISUSED);
      return;
    }
    Path checkout = Path.of(System.getProperty("evenhand.checkout", ".")).toAbsolutePath();
    Path home = Path.of(System.getProperty("evenhand.data", checkout + "/deploy/bench/.data"));
    Workbench bench = new Workbench(new Layout(checkout, home.toAbsolutePath()), options, progress);
    System.exit(run(bench, chosen) ? 0 : FAILED);
  }

  private static boolean run(Workbench bench, List<Benchmark> chosen) {
    bench.say(Machine.here().line());
    boolean all = true;
    for (Benchmark benchmark : chosen) {
      bench.say("");
      bench.say(benchmark.name());
      try (OneAtATime lock = OneAtATime.in(bench.layout().home())) {
        List<Row> rows = benchmark.run(bench);
        if (!rows.isEmpty()) {
          bench.say(new Table(rows).text());
        }
      } catch (Exception e) {
        bench.say(e instanceof Trouble trouble ? trouble.sentence() : e.toString());
        all = false;
      }
    }
    return all;
  }

  private static List<Benchmark> named(List<String> names) {
    if (names.equals(List.of("all"))) {
      return ALL;
    }
    List<Benchmark> chosen = new ArrayList<>();
    for (String name : names) {
      chosen.add(
          ALL.stream()
              .filter(benchmark -> benchmark.name().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new Trouble(
                          "There is no benchmark "
                              + name
                              + "; there are "
                              + String.join(", ", ALL.stream().map(Benchmark::name).toList()))));
    }
    return chosen;
  }
}
