package org.evenhand.bench.submit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenhand.bench.Benchmark;
import org.evenhand.bench.Workbench;
import org.evenhand.bench.parts.CpuTime;
import org.evenhand.bench.parts.Parts;
import org.evenhand.bench.report.Row;
import org.evenhand.bench.report.Target;
import org.evenhand.local.process.Trouble;

/**
 * Submitting a review over HTTP, through the gateway, with token, access check, transaction,
 * outbox, audit and idempotency; beside the very statements that it sends, by SQL alone.
 */
public final class SubmitBenchmark implements Benchmark {
  private static final int ROUNDS = 5;

  /** SQL alone is faster, so a round gets more work; otherwise it would be over at once. */
  private static final int SQL_TIMES = 3;

  @Override
  public String name() {
    return "submit";
  }

  @Override
  public List<Row> run(Workbench bench) throws Exception {
    int clients = Math.toIntExact(bench.options().number("clients", 8));
    long round = bench.options().number("submissions", 3000) / clients * clients;
    try (Parts parts = Parts.fresh(bench)) {
      return new Submitting(bench, parts, clients, round).measure();
    }
  }

  private record Submitting(Workbench bench, Parts parts, int clients, long round) {
    List<Row> measure() throws Exception {
      ReviewHouse house = ReviewHouse.open(bench, parts, clients, reviews());
      SameSql sql =
          Pgbench.find(parts.database("review"), clients, bench.layout().data().resolve("pgbench"))
              .orElseGet(() -> new JdbcLoop(parts.database("review"), clients));
      long next = house.warmUp(0, round);
      Script script = house.capture(next++);
      List<Double> http = new ArrayList<>();
      List<Double> alone = new ArrayList<>();
      CpuTime used = new CpuTime(Map.of());
      for (int i = 0; i < ROUNDS; i++) {
        alone.add(alone(house, sql, script, next));
        next += SQL_TIMES * round;
        CpuTime before = house.cpuTime();
        http.add(house.submit(next, next + round));
        used = house.cpuTime().since(before).plus(used);
        next += round;
        bench.say(
            "  round %d: %.0f/s over HTTP, %.0f/s by SQL alone"
                .formatted(i + 1, http.get(i), alone.get(i)));
      }
      requireDone(house, next);
      bench.say("  processor time of a submission: " + used.per(ROUNDS * round));
      return List.of(
          Row.rates(
              "submit a review over HTTP, " + clients + " clients",
              http,
              sql.name() + ", the same " + script.statements().size() + " statements",
              alone,
              Target.atLeast(0.25)));
    }

    private long reviews() {
      return (ReviewHouse.WARM_UP_CHUNKS + ROUNDS * (1 + SQL_TIMES)) * round + 1;
    }

    private double alone(ReviewHouse house, SameSql sql, Script script, long from)
        throws Exception {
      house.settle();
      try (Parts.Held held = parts.hold("review-service", "gateway")) {
        double rate = sql.rate(script, from, SQL_TIMES * round);
        house.dropEvents();
        return rate;
      }
    }

    /**
     * Asserts that both ways have done the same: every review is submitted, with its entry in the
     * audit.
     */
    private void requireDone(ReviewHouse house, long reviews) throws Exception {
      long submitted = house.submitted();
      long audited = house.audited();
      if (submitted != reviews || audited != reviews) {
        throw new Trouble(
            "%d reviews should be submitted; %d are, and %d are in the audit"
                .formatted(reviews, submitted, audited));
      }
    }
  }
}
