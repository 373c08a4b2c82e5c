package org.evenhand.bench.simulation;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.evenhand.analytics.statistics.Size;
import org.evenhand.analytics.statistics.raters.RaterSeverity;
import org.evenhand.analytics.statistics.verdict.Verdict.Outcome;
import org.evenhand.analytics.statistics.verdict.VerdictRule;
import org.evenhand.bench.Benchmark;
import org.evenhand.bench.Workbench;
import org.evenhand.bench.report.Row;

/**
 * Whether the verdicts find differences that are there, and how often they find differences that
 * aren't; how many groups are visible, and whether anybody can be recovered. Nothing is started:
 * the pure functions of analytics judge counts that were made up, always the same ones.
 */
public final class SimulationBenchmark implements Benchmark {
  private static final long SEED = 2026;
  private static final String MANAGERS = "%-34s %6s %14s %8s %8s %8s  %-15s %10s  %s";
  private static final double CLAIMED = VerdictRule.STANDARD.evidenceBelow();

  @Override
  public String name() {
    return "simulation";
  }

  @Override
  public List<Row> run(Workbench bench) {
    int companies = Math.toIntExact(bench.options().number("companies", 1000));
    groups(bench, companies);
    looks(bench, companies);
    drift(bench, companies);
    raters(bench, companies);
    disclosure(bench, companies);
    return List.of();
  }

  private static void groups(Workbench bench, int companies) {
    bench.say(
        "Groups: verdicts on women, and what is false among all that is evident, and among all that"
            + " is warned of (13 groups, 8 tests)");
    line(
        bench,
        "%-30s %-12s %8s %8s %9s  %9s %9s  %s",
        "company",
        "metric",
        "WARN",
        "CRITICAL",
        "EXPLAINED",
        "evident",
        "warned",
        "at most 5 %");
    for (Setting setting : Setting.ALL) {
      GroupSimulation simulation = new GroupSimulation(companies, random(setting.name()));
      simulation
          .run(setting)
          .forEach(
              (metric, found) -> {
                double evident = simulation.falseEvidence(found);
                double warned = simulation.falseAlarms(found);
                line(
                    bench,
                    "%-30s %-12s %8s %8s %9s  %9s %9s  %s",
                    setting.name(),
                    metric.apiName(),
                    Lines.percent(simulation.share(found, Outcome.WARN)),
                    Lines.percent(simulation.share(found, Outcome.CRITICAL)),
                    Lines.percent(simulation.share(found, Outcome.EXPLAINED)),
                    Lines.percent(evident),
                    Lines.percent(warned),
                    Lines.held(Math.max(evident, warned), CLAIMED, companies));
              });
    }
  }

  private static void looks(Workbench bench, int companies) {
    bench.say("");
    bench.say("Looks at an open cycle, 19 before its end: companies in which any found evidence");
    line(bench, "%-30s %-12s %9s %9s  %s", "company", "metric", "bounded", "naive", "at most 5 %");
    Setting setting = new Setting("no difference, 1,000", 1_000, 0, 0);
    new LookSimulation(companies, random("looks"))
        .run(setting)
        .forEach(
            (metric, found) ->
                line(
                    bench,
                    "%-30s %-12s %9s %9s  %s",
                    setting.name(),
                    metric.apiName(),
                    Lines.percent(found.bounded()),
                    Lines.percent(found.naive()),
                    Lines.held(found.bounded(), CLAIMED, companies)));
  }

  private static void drift(Workbench bench, int series) {
    DriftSimulation simulation = new DriftSimulation(series, random("drift"));
    double known = simulation.signalsOfAKnownTarget();
    bench.say("");
    bench.say(
        String.format(
            Locale.ROOT,
            "Drift: with a known target the CUSUM runs for %.0f points (465 are published) and"
                + " signals within 12 cycles in %s",
            simulation.runLength(),
            Lines.percent(known).strip()));
    line(bench, "%-30s %9s  %s", "after 8 cycles of baseline", "signalled", "falsely at most 5 %");
    for (DriftSimulation.Drift drift : DriftSimulation.Drift.ALL) {
      double signals = simulation.signals(drift);
      line(
          bench,
          "%-30s %9s  %s",
          drift.name(),
          Lines.percent(signals),
          drift.shift() == 0 ? Lines.held(signals, CLAIMED, series) : "");
    }
  }

  private static void raters(Workbench bench, int companies) {
    bench.say("");
    bench.say(
        "Managers: named as so many points from the others; what is wrong among all who are named,"
            + " and on average among those of a company");
    line(
        bench,
        MANAGERS,
        "managers",
        "points",
        "found of those",
        "the one",
        "named",
        "of all",
        "at most 10 %",
        "by company",
        "at most 10 %");
    for (RaterSimulation.Managers managers : RaterSimulation.Managers.ALL) {
      new RaterSimulation(companies, random(managers.name()))
          .run(managers)
          .forEach((level, found) -> raters(bench, managers, level, found));
    }
  }

  private static void raters(
      Workbench bench, RaterSimulation.Managers managers, Size level, RaterSimulation.Found found) {
    double claimed = 1 - RaterSeverity.SURE;
    line(
        bench,
        MANAGERS,
        managers.name(),
        String.format(Locale.ROOT, "%.2f", RaterSeverity.points(level)),
        managers.differ() ? Lines.percent(found.found()) : "",
        managers.lenience() == 0 ? "" : Lines.percent(found.one()),
        found.named(),
        found.named() == 0 ? "" : Lines.percent(found.wrong()),
        managers.isClaimed(RaterSeverity.points(level))
            ? Lines.told(found.wrong(), claimed, found.naming())
            : "",
        Lines.percent(found.wrongOfCompany()),
        Lines.told(found.wrongOfCompany(), claimed, found.companies()));
  }

  private static void disclosure(Workbench bench, int companies) {
    bench.say("");
    bench.say(
        "Disclosure: declared groups of 5 and more in the figures of a cycle, and people whom all"
            + " that is public tells apart");
    line(
        bench,
        "%-12s %-12s %8s %8s %10s %10s  %s",
        "company",
        "by",
        "groups",
        "visible",
        "up to date",
        "recovered",
        "nobody");
    for (int people : List.of(60, 300, 3_000)) {
      for (Attribute attribute : Attribute.ALL) {
        DisclosureSimulation found =
            new DisclosureSimulation(people, attribute, random(people + attribute.key()))
                .run(Math.max(1, companies / Math.max(50, people / 5)));
        line(
            bench,
            "%-12d %-12s %8d %8s %10s %10d  %s",
            people,
            attribute.key(),
            found.groups(),
            Lines.percent(found.visible()),
            Lines.percent(found.current()),
            found.recovered(),
            found.recovered() == 0 ? "held" : "NOT HELD");
      }
    }
  }

  private static SplittableRandom random(String name) {
    return new SplittableRandom(SEED + name.hashCode());
  }

  private static void line(Workbench bench, String format, Object... cells) {
    bench.say("  " + String.format(Locale.ROOT, format, cells).stripTrailing());
  }
}
